package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The first value of a variable where it depends on flags and traits.
 *
 * @param variable the variable
 * @param cases tried in order; the last has no condition
 * @param at where it is declared
 */
public record Initial(Variable variable, List<Case> cases, Span at) {
  /** Copies the list. */
  public Initial {
    cases = List.copyOf(cases);
  }

  /**
   * One case.
   *
   * @param value the value
   * @param condition when it holds
   */
  public record Case(Value value, Optional<Expression> condition) {}
}
