package dev.foliospec.model;

import org.jspecify.annotations.Nullable;

/**
 * One value of a type: an enumeration's constant or a number. Values of one name are equal, whatever
 * type they were met in.
 *
 * @param name as written; a number in plain decimal digits
 */
public record Value(String name) {
  /** The value that is this number. */
  public static Value of(int number) {
    return new Value(Integer.toString(number));
  }

  /** Whether it is a number. */
  public boolean isNumber() {
    return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The number that it is; call it only where {@link #isNumber()}. */
  public int number() {
    return Integer.parseInt(name);
  }

  // By hand, as in RowId: the first use of a record's own costs milliseconds when a process starts.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Value value && name.equals(value.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
