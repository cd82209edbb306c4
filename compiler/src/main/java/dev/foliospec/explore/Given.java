package dev.foliospec.explore;

import dev.foliospec.model.Value;
import java.util.Optional;

/**
 * What an answer shows under one output.
 *
 * @param value the value, or empty for none
 * @param anything whether nothing is promised: any value, or none
 */
public record Given(Optional<Value> value, boolean anything) {
  /** No output. */
  public static final Given NOTHING = new Given(Optional.empty(), false);

  /** Any value, or none. */
  public static final Given ANYTHING = new Given(Optional.empty(), true);

  /** A value. */
  public static Given of(Value value) {
    return new Given(Optional.of(value), false);
  }

  /** As a cell would show it. */
  public String spelled() {
    return anything ? "any" : value.isPresent() ? value.get().name() : "-";
  }
}
