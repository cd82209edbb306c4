package dev.foliospec.syntax;

import java.util.List;
import java.util.Optional;

/**
 * How a ghost follows effects: {@code +1 on zero} or {@code 0 on free_folio}.
 *
 * @param shift how much is added, or 0 where a value is set
 * @param value the value that is set
 * @param effects on which effects
 */
public record GhostRuleSyntax(int shift, Optional<Name> value, List<Name> effects) {
  /** Copies the list. */
  public GhostRuleSyntax {
    effects = List.copyOf(effects);
  }
}
