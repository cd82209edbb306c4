package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * What one cell of a row asks before the event.
 *
 * @param heading the column
 * @param test the question
 * @param at the cell
 */
public record Condition(String heading, Test test, Span at) {
  /** A question to one cell; {@code -} asks nothing and makes no condition. */
  public sealed interface Test {}

  /** The slot has one of these values; {@code !x}, {@code >0} and {@code in NAME} are worked out. */
  public record Within(Slot slot, List<Value> values) implements Test {
    /** Copies the list. */
    public Within {
      values = List.copyOf(values);
    }
  }

  /** The slot has the same value as another, or another value. */
  public record Same(Slot slot, Slot other, boolean negated) implements Test {}

  /** An expression or definition holds, or does not. */
  public record Holds(Expression expression, boolean truth) implements Test {}
}
