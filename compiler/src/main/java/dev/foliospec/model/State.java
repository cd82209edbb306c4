package dev.foliospec.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

  // By hand, as in RowId.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof State state && values.equals(state.values);
  }

  @Override
  public int hashCode() {
    return values.hashCode();
  }
}
