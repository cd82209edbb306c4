package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * A named part of a type.
 *
 * @param name its name
 * @param type the type
 * @param values the part, in the order of the type
 * @param at its declaration
 */
public record ValueSet(String name, Type type, List<Value> values, Span at) {
  /** Copies the list. */
  public ValueSet {
    values = List.copyOf(values);
  }
}
