package dev.foliospec.generator.plan;

import dev.foliospec.model.Value;
import java.util.List;

/**
 * An indexed variable, each element of which is a component of the state.
 *
 * @param field how the state calls it, and the type of its elements
 * @param index how its index is called, and the enumeration of its values
 * @param keys the values of the index, in order
 * @param elements the component of each
 */
public record FamilyPlan(
    FieldPlan field, FieldPlan index, List<Value> keys, List<FieldPlan> elements) {
  /** Copies the lists. */
  public FamilyPlan {
    keys = List.copyOf(keys);
    elements = List.copyOf(elements);
  }
}
