package dev.foliospec.model;

import java.util.List;

/**
 * One value for each of a policy's variables, in its order.
 *
 * @param values the values
 */
public record State(List<Value> values) {
  /** Copies the list. */
  public State {
    values = List.copyOf(values);
  }
}
