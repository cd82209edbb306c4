package dev.foliospec.generator.plan;

import dev.foliospec.model.Value;
import java.util.List;
import java.util.Optional;

/**
 * Something that generated code can ask for its value: a component of the state, of the
 * configuration, of the chances, or a parameter of the event.
 *
 * @param kind where it is
 * @param number its number among the places of one policy; parameters of several events that have one name
 *     and one type are one place
 * @param field its name and type
 * @param values what it may be, by position
 * @param index of an element of an indexed variable: what picks it
 */
public record Place(
    Kind kind, int number, FieldPlan field, List<Value> values, Optional<Place> index) {
  /** Copies the list. */
  public Place {
    values = List.copyOf(values);
  }

  /** A place that nothing picks. */
  public Place(Kind kind, int number, FieldPlan field, List<Value> values) {
    this(kind, number, field, values, Optional.empty());
  }

  /** Where a place is. */
  public enum Kind {
    /** In the configuration: a flag or an undecided trait. */
    CONFIGURATION,
    /** In the state. */
    STATE,
    /** In the state: the element of an indexed variable that another place picks. */
    ELEMENT,
    /** A parameter of the event. */
    PARAMETER,
    /** In the chances. */
    CHANCE
  }

  /** The position of a value, or -1. */
  int position(Value value) {
    return values.indexOf(value);
  }

  /** A place that may have all values of its type. */
  static Place of(Kind kind, int number, FieldPlan field) {
    return new Place(kind, number, field, field.type().type().values());
  }

  @Override
  public String toString() {
    return field.spelling();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Place place && place.number == number;
  }

  @Override
  public int hashCode() {
    return number;
  }
}
