package dev.foliospec.run;

import dev.foliospec.model.Event;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.Optional;

/** Which rows of a table apply at a point, as the cells left of {@code ||} say. */
final class Rows {
  /** Whether what all rows of a table take for granted holds. */
  boolean opened(Point point, Table table) {
    return table.where().isEmpty() || point.holds(table.where().get());
  }

  /**
   * Whether a row applies: its cells hold, and no row that splits it takes the point.
   *
   * @param event the event, or empty in a step
   */
  boolean applies(Point point, Table table, Transition row, Optional<Event> event) {
    return covers(point, table, row, event)
        && (row.splitBy().isEmpty() || isLeft(point, table, row, event));
  }

  private boolean isLeft(Point point, Table table, Transition row, Optional<Event> event) {
    return row.splitBy().stream()
        .flatMap(splitting -> table.rows().stream().filter(each -> each.id().equals(splitting)))
        .noneMatch(splitting -> covers(point, table, splitting, event));
  }

  /** Whether a row's own cells hold, rows that split it aside. */
  private boolean covers(Point point, Table table, Transition row, Optional<Event> event) {
    if (!asksThis(row, event) || !point.holds(row.guard())) {
      return false;
    }
    return !row.guard().otherwise()
        || table.rows().stream()
            .filter(other -> !other.guard().otherwise() && other.alternativeTo().isEmpty())
            .noneMatch(other -> asksThis(other, event) && point.holds(other.guard()));
  }

  private static boolean asksThis(Transition row, Optional<Event> event) {
    return event.isEmpty() || row.answers(event.get());
  }
}
