package dev.foliospec.model;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A finite set of values in their order of writing.
 *
 * <p>Equality is identity: two types with the same values are still two types.
 */
public final class Type {
  private final Optional<String> name;
  private final List<Value> values;
  private final boolean ordered;
  private final Set<Value> matchingAny;
  private final boolean symmetric;
  private final Map<Value, Integer> positions = new LinkedHashMap<>();

  /**
   * A type.
   *
   * @param name its name, if it has one
   * @param values in order, each once
   * @param ordered whether they may be compared by {@code <}; ranges are
   * @param matchingAny the values that, as an output, match everything
   */
  public Type(
      Optional<String> name, List<Value> values, boolean ordered, Collection<Value> matchingAny) {
    this(name, values, ordered, matchingAny, false);
  }

  /**
   * A type.
   *
   * @param name its name, if it has one
   * @param values in order, each once
   * @param ordered whether they may be compared by {@code <}; ranges are
   * @param matchingAny the values that, as an output, match everything
   * @param symmetric whether they are said to be exchangeable for each other
   */
  public Type(
      Optional<String> name,
      List<Value> values,
      boolean ordered,
      Collection<Value> matchingAny,
      boolean symmetric) {
    this.name = name;
    this.symmetric = symmetric;
    this.values = List.copyOf(values);
    this.ordered = ordered;
    this.matchingAny = Set.copyOf(matchingAny);
    for (Value value : values) {
      positions.put(value, positions.size());
    }
  }

  /** Its name, if it has one. */
  public Optional<String> name() {
    return name;
  }

  /** Its values in order. */
  public List<Value> values() {
    return values;
  }

  /** How many values it has. */
  public int size() {
    return values.size();
  }

  /** Whether its values may be compared by {@code <}. */
  public boolean ordered() {
    return ordered;
  }

  /** Whether its values are said to be exchangeable for each other. */
  public boolean symmetric() {
    return symmetric;
  }

  /** Whether it is a range of numbers. */
  public boolean isRange() {
    return !values.isEmpty() && values.stream().allMatch(Value::isNumber);
  }

  /** Whether a value, as an output, matches everything. */
  public boolean matchesAny(Value value) {
    return matchingAny.contains(value);
  }

  /** Whether it has a value. */
  public boolean has(Value value) {
    return positions.containsKey(value);
  }

  /** The position of a value from 0, or -1 where the type does not have it. */
  public int position(Value value) {
    return positions.getOrDefault(value, -1);
  }

  /** Its name, or its values as they would be written. */
  public String spelled() {
    if (name.isPresent()) {
      return name.get();
    }
    if (isRange()) {
      return values.get(0) + ".." + values.get(values.size() - 1);
    }
    return String.join(
        ordered ? " < " : " | ", values.stream().map(Value::name).toArray(String[]::new));
  }

  @Override
  public String toString() {
    return spelled();
  }
}
