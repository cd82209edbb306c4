package dev.foliospec.resolve;

import dev.foliospec.model.Event;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Transition;
import java.util.List;

/** Rows with one part changed. */
final class Rows {
  private Rows() {}

  static Transition withSplitBy(Transition row, List<RowId> splitBy) {
    return new Transition(
        row.id(),
        row.events(),
        row.guard(),
        splitBy,
        row.alternativeTo(),
        row.outcome(),
        row.replaced(),
        row.split(),
        row.grounds(),
        row.cells(),
        row.doc(),
        row.at());
  }

  static Transition withEvents(Transition row, List<Event> events) {
    return new Transition(
        row.id(),
        events,
        row.guard(),
        row.splitBy(),
        row.alternativeTo(),
        row.outcome(),
        row.replaced(),
        row.split(),
        row.grounds(),
        row.cells(),
        row.doc(),
        row.at());
  }

  static Transition withOutcome(Transition row, Outcome outcome) {
    return new Transition(
        row.id(),
        row.events(),
        row.guard(),
        row.splitBy(),
        row.alternativeTo(),
        outcome,
        row.replaced(),
        row.split(),
        row.grounds(),
        row.cells(),
        row.doc(),
        row.at());
  }
}
