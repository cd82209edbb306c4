package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * A value or a range of values, as in {@code shared} or {@code 1..2}.
 *
 * @param low the value, or the lower end
 * @param high the upper end of a range, inclusive
 */
public record ItemSyntax(Name low, Optional<Name> high) {
  /** The whole item. */
  public Span at() {
    return high.map(end -> low.at().to(end.at())).orElse(low.at());
  }
}
