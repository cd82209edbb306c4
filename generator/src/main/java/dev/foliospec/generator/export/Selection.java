package dev.foliospec.generator.export;

import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a policy is shown.
 *
 * @param event the one event that is asked about
 * @param parts its tables, checks first, steps last, with their rows
 */
record Selection(Optional<Event> event, List<Part> parts) {
  /** Copies the list. */
  Selection {
    parts = List.copyOf(parts);
  }

  /**
   * Some rows of a table.
   *
   * @param table the table
   * @param rows the rows, in its order
   */
  record Part(Table table, List<Transition> rows) {
    /** Copies the list. */
    Part {
      rows = List.copyOf(rows);
    }
  }

  /** Whether everything is shown. */
  boolean whole() {
    return event.isEmpty();
  }

  /** All of a policy; or tables on an event, rows that answer it, and the steps that these call. */
  static Selection of(Policy policy, Optional<Event> event) {
    List<Part> parts = new ArrayList<>();
    Set<String> called = new LinkedHashSet<>();
    for (Table table : policy.tables()) {
      if (event.isEmpty()) {
        parts.add(new Part(table, table.rows()));
      } else if (table.kind() == Table.Kind.STEP) {
        // Steps come after the tables that call them.
        if (called.contains(table.name())) {
          parts.add(new Part(table, table.rows()));
        }
      } else if (table.on(event.get())) {
        List<Transition> rows =
            table.rows().stream().filter(row -> row.answers(event.get())).toList();
        parts.add(new Part(table, rows));
        rows.forEach(row -> calls(policy, row, called));
      }
    }
    return new Selection(event, parts);
  }

  private static void calls(Policy policy, Transition row, Set<String> called) {
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call && called.add(call.step())) {
        policy
            .step(call.step())
            .ifPresent(step -> step.rows().forEach(each -> calls(policy, each, called)));
      }
    }
  }
}
