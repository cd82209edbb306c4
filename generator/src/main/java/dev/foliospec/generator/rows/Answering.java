package dev.foliospec.generator.rows;

import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.List;

/**
 * One row as it answers one event.
 *
 * @param row the row
 * @param table its table
 * @param event the event
 * @param guard when it applies, as conjuncts: the table's {@code where}, its cells, that no row which
 *     splits it does, what {@code otherwise} stands for. Of an alternative: when its partner applies.
 *     Not part of it: that the event can happen, and that no check before it answers
 * @param ways what it may do, by the rows of the steps that it calls; none where it passes or forbids
 * @param forbidden whether the caller must not ask here, as it or one of its alternatives says
 */
public record Answering(
    Transition row,
    Table table,
    Event event,
    List<Expression> guard,
    List<Way> ways,
    boolean forbidden) {
  /** Copies the lists. */
  public Answering {
    guard = List.copyOf(guard);
    ways = List.copyOf(ways);
  }

  /** Whether it is a check that lets through. */
  public boolean passes() {
    return row.outcome().answer() == Outcome.Answer.PASS;
  }
}
