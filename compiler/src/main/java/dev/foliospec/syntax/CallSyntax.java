package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * An event with arguments: {@code convert(private)}; {@code -} stands for any argument.
 *
 * @param event the event
 * @param arguments values, or {@code -}
 * @param at the whole
 */
public record CallSyntax(Name event, List<Name> arguments, Span at) {
  /** Copies the list. */
  public CallSyntax {
    arguments = List.copyOf(arguments);
  }
}
