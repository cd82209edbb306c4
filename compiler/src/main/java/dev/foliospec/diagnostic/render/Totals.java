package dev.foliospec.diagnostic.render;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was looked at, findings aside.
 *
 * @param policies how many complete policies
 * @param rows how many rows they have together
 * @param reachableStates for each variant, by its name, how many pairs of set-up and state
 * @param propertiesHeld how many properties hold
 * @param propertiesViolated how many do not
 */
public record Totals(
    int policies,
    int rows,
    Map<String, Long> reachableStates,
    int propertiesHeld,
    int propertiesViolated) {
  /** Copies the map, keeping its order. */
  public Totals {
    reachableStates = Collections.unmodifiableMap(new LinkedHashMap<>(reachableStates));
  }
}
