package dev.foliospec.syntax;

import java.util.List;
import java.util.Optional;

/** A cell left of {@code ||}, the row's id aside; {@code event} cells are of this kind too. */
public sealed interface ConditionSyntax extends CellContent {
  /** {@code -}. */
  record Anything() implements ConditionSyntax {}

  /** {@code v}, {@code !v}, {@code a, b}, {@code !{a, b}}, {@code 1..2}. */
  record Among(boolean negated, List<ItemSyntax> items) implements ConditionSyntax {
    /** Copies the list. */
    public Among {
      items = List.copyOf(items);
    }
  }

  /** {@code >0}, {@code <=2}: for ranges and ordered types. */
  record Compared(Comparator comparator, Name bound) implements ConditionSyntax {}

  /** {@code =x}, {@code !=x}: equal to a variable or parameter. */
  record Same(boolean negated, Name other, Optional<Name> index) implements ConditionSyntax {}

  /** {@code in NAME}: a set, or a map's domain. */
  record InNamed(Name name) implements ConditionSyntax {}

  /** {@code otherwise}. */
  record Otherwise() implements ConditionSyntax {}

  /** The expression in a {@code when} cell. */
  record Holds(ExpressionSyntax expression) implements ConditionSyntax {}
}
