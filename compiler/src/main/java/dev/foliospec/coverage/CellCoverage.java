package dev.foliospec.coverage;

import dev.foliospec.model.RowId;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * One cell, and what depends on it.
 *
 * @param row the row, with the policy that declares it
 * @param column the heading of its column
 * @param text what it says
 * @param at where
 * @param flips its changes, in the order in which they are tried
 */
public record CellCoverage(
    RowId row, String column, String text, Span at, List<FlipCoverage> flips) {
  /** Copies the list. */
  public CellCoverage {
    flips = List.copyOf(flips);
  }

  /** The changes that nothing notices. */
  public List<FlipCoverage> unnoticed() {
    List<FlipCoverage> unnoticed = new ArrayList<>();
    for (FlipCoverage flip : flips) {
      if (flip.noticed() == Noticed.NOTHING) {
        unnoticed.add(flip);
      }
    }
    return unnoticed;
  }

  /** The first, in the order of {@link Noticed}, of all that notices a change. */
  public Noticed held() {
    Noticed held = Noticed.NO_EFFECT;
    for (FlipCoverage flip : flips) {
      held = flip.noticed().compareTo(held) < 0 ? flip.noticed() : held;
    }
    return held;
  }
}
