package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A partial function between types.
 *
 * @param name its name
 * @param from the type of its arguments
 * @param to the type of its results
 * @param entries its cases, in the order of writing
 * @param at its declaration
 */
public record ValueMap(String name, Type from, Type to, Map<Value, Value> entries, Span at) {
  /** Copies the map, keeping its order. */
  public ValueMap {
    entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
  }
}
