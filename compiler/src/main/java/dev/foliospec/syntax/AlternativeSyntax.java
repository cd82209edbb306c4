package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * One possible setting of a trait: a value, a flag's name, or effects in order.
 *
 * @param names the value, or the effects; {@code none} stands for no effects
 * @param at where
 */
public record AlternativeSyntax(List<Name> names, Span at) {
  /** Copies the list. */
  public AlternativeSyntax {
    names = List.copyOf(names);
  }
}
