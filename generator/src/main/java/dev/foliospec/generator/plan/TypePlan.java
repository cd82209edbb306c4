package dev.foliospec.generator.plan;

import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.Optional;

/**
 * The Java type of a type of the spec: an enumeration, or {@code int}.
 *
 * <p>Ranges are {@code int}. So is an enumeration with more values than Java allows an {@code enum}
 * to have; its numbers are positions from 0.
 *
 * @param enumeration the enumeration, unless it is {@code int}
 * @param type the type of the spec
 */
public record TypePlan(Optional<EnumPlan> enumeration, Type type) {
  /** The largest enumeration that becomes an {@code enum}; its class initialiser is limited. */
  static final int LARGEST = 1000;

  /** Whether it is {@code int}. */
  public boolean isNumber() {
    return enumeration.isEmpty();
  }

  /** The number of a value; only where it is {@code int}. */
  public int number(Value value) {
    return type.isRange() ? value.number() : type.position(value);
  }

  /** A value as generated files write it: a number where Java sees a number. */
  public String written(Value value) {
    return isNumber() ? Integer.toString(number(value)) : value.name();
  }
}
