package dev.foliospec.generator.plan;

import dev.foliospec.model.Value;
import java.util.List;

/**
 * The first value of a variable.
 *
 * @param field the variable
 * @param cases tried in order; they ask flags and choices only
 * @param otherwise the value where no case holds
 */
public record StartPlan(FieldPlan field, List<Case> cases, Value otherwise) {
  /** Copies the list. */
  public StartPlan {
    cases = List.copyOf(cases);
  }

  /** One case. */
  public record Case(Formula when, Value value) {}
}
