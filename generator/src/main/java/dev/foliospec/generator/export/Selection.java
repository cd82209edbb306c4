package dev.foliospec.generator.export;

import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What of a policy is shown; of a system, of the policy that its pages follow.
 *
 * @param event the one event that is asked about
 * @param together of a system, what it says of its pages together
 * @param parts its tables, checks first, steps last, with their rows
 */
record Selection(Optional<Event> event, List<Togetherness> together, List<Part> parts) {
  /** Copies the lists. */
  Selection {
    together = List.copyOf(together);
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

  /**
   * All of a policy; or tables on an event, rows that answer it, and the steps that these call. With
   * a system's event goes what other pages see of it.
   */
  static Selection of(Policy policy, Optional<Event> event) {
    if (policy.lifting().isEmpty()) {
      return new Selection(event, List.of(), parts(policy, event.map(List::of)));
    }
    Lifting lifting = policy.lifting().get();
    Optional<List<Event>> seen =
        event.flatMap(each -> lifting.event(each.name())).map(Selection::seen);
    return new Selection(event, Togetherness.of(lifting, event), parts(lifting.page(), seen));
  }

  /** What pages see of a system's event. */
  private static List<Event> seen(Lifting.Lifted lifted) {
    List<Event> seen = new ArrayList<>(List.of(lifted.each()));
    lifted.refused().ifPresent(seen::add);
    lifted.beside().ifPresent(seen::add);
    return seen;
  }

  private static List<Part> parts(Policy policy, Optional<List<Event>> events) {
    List<Part> parts = new ArrayList<>();
    Set<String> called = new LinkedHashSet<>();
    for (Table table : policy.tables()) {
      if (events.isEmpty()) {
        parts.add(new Part(table, table.rows()));
      } else if (table.kind() == Table.Kind.STEP) {
        // Steps come after the tables that call them.
        if (called.contains(table.name())) {
          parts.add(new Part(table, table.rows()));
        }
      } else if (events.get().stream().anyMatch(table::on)) {
        List<Transition> rows = table.rows().stream()
            .filter(row -> events.get().stream().anyMatch(row::answers))
            .toList();
        parts.add(new Part(table, rows));
        rows.forEach(row -> calls(policy, row, called));
      }
    }
    return parts;
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
