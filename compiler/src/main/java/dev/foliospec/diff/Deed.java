package dev.foliospec.diff;

import dev.foliospec.model.Transition;
import java.util.List;

/**
 * What one policy does at the step that a difference is blamed on.
 *
 * @param row the row that answers
 * @param answer {@code ok}, {@code refuse E}, {@code fail E} or {@code forbid}, with outputs
 * @param changes the variables that change, as {@code contents: stale -> zeros}
 * @param effects what it does, in order
 */
public record Deed(Transition row, String answer, List<String> changes, List<String> effects) {
  /** Copies the lists. */
  public Deed {
    changes = List.copyOf(changes);
    effects = List.copyOf(effects);
  }
}
