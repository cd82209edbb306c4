package dev.foliospec.generator.rows;

import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import java.util.List;

/**
 * All that answers one event.
 *
 * @param event the event
 * @param onlyWhen what must hold for it to happen at all, as conjuncts; none where it always can
 * @param checks the tables of checks on it, in the order in which they are asked
 * @param bodies the rows of bodies; at most one that is no alternative applies, where no check answers
 */
public record EventRows(
    Event event, List<Expression> onlyWhen, List<CheckRows> checks, List<Answering> bodies) {
  /** Copies the lists. */
  public EventRows {
    onlyWhen = List.copyOf(onlyWhen);
    checks = List.copyOf(checks);
    bodies = List.copyOf(bodies);
  }
}
