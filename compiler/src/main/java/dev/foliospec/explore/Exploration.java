package dev.foliospec.explore;

import java.util.List;
import java.util.Optional;

/**
 * What was found on the way through the reachable states of a policy.
 *
 * @param dense the reachable part, without states where the exploration never began
 * @param faults for each thing that is wrong the first point that shows it, in the order of finding
 * @param excess why it is not complete, if it is not
 */
public record Exploration(Dense dense, List<Fault> faults, Optional<Excess> excess) {
  /** Copies the list. */
  public Exploration {
    faults = List.copyOf(faults);
  }

  /** Whether all that can be reached was reached. */
  public boolean complete() {
    return excess.isEmpty();
  }

  /** Whether it is complete and nothing is wrong, so that what was not reached never will be. */
  public boolean clean() {
    return complete() && faults.isEmpty();
  }
}
