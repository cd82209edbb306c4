package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * A document that something rests on, or a guess that says it is one.
 *
 * @param source the declared id, or {@code guess}
 * @param locator where in it
 * @param at where it is cited
 */
public record Citation(String source, Optional<String> locator, Span at) {
  /** Whether it is a guess. */
  public boolean isGuess() {
    return source.equals("guess");
  }

  /** As it is written: {@code K3#kvm_gmem_get_folio}. */
  public String spelled() {
    return locator.map(where -> source + "#" + where).orElse(source);
  }
}
