package dev.foliospec.explore;

import dev.foliospec.model.Slot;
import dev.foliospec.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A block of points: for some slots the values that they may have; the others may have any.
 *
 * @param values at least one value for each slot named, fewer than it can have in the policy; in the
 *     order of the slots' places
 */
public record Region(Map<Slot, List<Value>> values) {
  /** Copies the map, keeping its order. */
  public Region {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
