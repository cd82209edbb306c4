package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * Rows that belong together.
 *
 * @param name its name
 * @param kind what sort of rows
 * @param events the events that it answers, those aside that the policy lacks; none for a step
 * @param where what all its rows take for granted
 * @param rows its rows; of checks, in the order in which they are asked
 * @param headings its columns left and right, as declared
 * @param owner the policy that declares it
 * @param doc its documentation
 * @param at its declaration
 */
public record Table(
    String name,
    Kind kind,
    List<Event> events,
    Optional<Expression> where,
    List<Transition> rows,
    List<String> headings,
    String owner,
    Optional<String> doc,
    Span at) {
  /** Copies the lists. */
  public Table {
    events = List.copyOf(events);
    rows = List.copyOf(rows);
    headings = List.copyOf(headings);
  }

  /** What sort of rows a table has. */
  public enum Kind {
    /** Refusals in order, asked before the bodies. */
    CHECKS,
    /** Exact rows. */
    BODY,
    /** Rows that others call. */
    STEP
  }

  /** Whether it is on an event. */
  public boolean on(Event event) {
    for (Event each : events) {
      if (each.name().equals(event.name())) {
        return true;
      }
    }
    return false;
  }
}
