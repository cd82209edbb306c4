package dev.foliospec.explore;

import dev.foliospec.model.RowId;
import java.util.List;

/**
 * The first reachable point, breadth-first, at which something is wrong.
 *
 * @param trouble what is wrong
 * @param state the number of the state
 * @param input the number of the input
 * @param rows the rows concerned: those that overlap, the row that cannot be carried out; for steps
 *     the row that answers first, then the step's own rows
 * @param subject the variable, output, step, map or effect in trouble, or empty
 */
public record Fault(Trouble trouble, int state, int input, List<RowId> rows, String subject) {
  /** Copies the list. */
  public Fault {
    rows = List.copyOf(rows);
  }
}
