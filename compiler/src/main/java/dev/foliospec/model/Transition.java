package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One row of a flattened policy: when one of {@code events} meets {@code guard}, and none of the rows
 * that split it does, the answer is {@code outcome}.
 *
 * <p>Rows of bodies and steps have no order: in a checked policy exactly one applies to each
 * reachable point. Rows of checks are asked in order.
 *
 * @param id who declares it, and its name
 * @param events the events that it answers; none in a step
 * @param guard its conditions, the table's {@code where} aside
 * @param splitBy rows of this policy that took points from it
 * @param alternativeTo the row that it is an alternative to; it applies exactly where that one does
 * @param outcome what it does
 * @param replaced ids of the inherited rows that it stands for
 * @param split ids of the inherited rows that it took points from
 * @param grounds what it rests on
 * @param cells the row as it would be printed, by column, the id aside
 * @param doc its documentation
 * @param at where it was written
 */
public record Transition(
    RowId id,
    List<Event> events,
    Guard guard,
    List<RowId> splitBy,
    Optional<RowId> alternativeTo,
    Outcome outcome,
    List<RowId> replaced,
    List<RowId> split,
    Grounds grounds,
    List<Cell> cells,
    Optional<String> doc,
    Span at) {
  /** Copies the lists. */
  public Transition {
    events = List.copyOf(events);
    splitBy = List.copyOf(splitBy);
    replaced = List.copyOf(replaced);
    split = List.copyOf(split);
    cells = List.copyOf(cells);
  }

  /** Whether it answers an event. */
  public boolean answers(Event event) {
    for (Event each : events) {
      if (each.name().equals(event.name())) {
        return true;
      }
    }
    return false;
  }

  /** The stretch of one of its cells, or of the whole row where it has no such cell. */
  public Span at(String heading) {
    for (Cell each : cells) {
      if (each.heading().equals(heading)) {
        return each.at();
      }
    }
    return at;
  }
}
