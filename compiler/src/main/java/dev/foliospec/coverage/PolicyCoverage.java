package dev.foliospec.coverage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How many cells of the rows that one policy declares depend on what.
 *
 * @param policy its name
 * @param cells how many cells were changed
 * @param held how many of them by {@link CellCoverage#held}
 * @param partly how many have changes that are noticed and changes that are not
 */
public record PolicyCoverage(String policy, int cells, Map<Noticed, Integer> held, int partly) {
  /** Copies the map. */
  public PolicyCoverage {
    held = Map.copyOf(held);
  }

  static PolicyCoverage of(String policy, List<CellCoverage> cells) {
    EnumMap<Noticed, Integer> held = new EnumMap<>(Noticed.class);
    int partly = 0;
    for (CellCoverage cell : cells) {
      held.merge(cell.held(), 1, Integer::sum);
      partly += cell.held() != Noticed.NOTHING && !cell.unnoticed().isEmpty() ? 1 : 0;
    }
    return new PolicyCoverage(policy, cells.size(), held, partly);
  }

  /** How many cells something of a kind is the first to notice. */
  public int held(Noticed noticed) {
    return held.getOrDefault(noticed, 0);
  }

  /** Of the cells whose changes have an effect, the share that scenarios, properties or refinement hold. */
  public int percent() {
    int effective = cells - held(Noticed.NO_EFFECT);
    int intended = held(Noticed.SCENARIO) + held(Noticed.PROPERTY) + held(Noticed.REFINEMENT);
    return effective == 0 ? 100 : intended * 100 / effective;
  }
}
