package dev.foliospec.model;

import java.util.List;

/**
 * What does not change in a run: the flags, and which alternative each undecided trait has.
 *
 * @param flags one value for each of the policy's flags, in its order
 * @param choices one position from 0 for each of {@link Policy#choices()}
 */
public record Configuration(List<Value> flags, List<Integer> choices) {
  /** Copies the lists. */
  public Configuration {
    flags = List.copyOf(flags);
    choices = List.copyOf(choices);
  }
}
