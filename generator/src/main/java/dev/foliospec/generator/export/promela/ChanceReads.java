package dev.foliospec.generator.export.promela;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Condition;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which chances an event depends on: those that its rows read, steps included. */
final class ChanceReads {
  private final Policy policy;

  ChanceReads(Policy policy) {
    this.policy = policy;
  }

  /** The names of the chances that the rows of an event read. */
  Set<String> of(Event event) {
    Set<String> read = new LinkedHashSet<>();
    event.onlyWhen().ifPresent(each -> chances(Reads.of(each), read));
    Set<String> seen = new LinkedHashSet<>();
    List<Table> tables = new ArrayList<>(policy.checks());
    tables.addAll(policy.bodies());
    for (Table table : tables) {
      if (table.on(event)) {
        table.where().ifPresent(each -> chances(Reads.of(each), read));
        for (Transition row : table.rows()) {
          if (row.answers(event)) {
            chances(row, read, seen);
          }
        }
      }
    }
    return read;
  }

  private void chances(Transition row, Set<String> read, Set<String> seen) {
    for (Condition condition : row.guard().conditions()) {
      if (condition.test() instanceof Condition.Within within) {
        chances(within.slot().sources(), read);
      } else if (condition.test() instanceof Condition.Same same) {
        chances(same.slot().sources(), read);
        chances(same.other().sources(), read);
      } else if (condition.test() instanceof Condition.Holds holds) {
        chances(Reads.of(holds.expression()), read);
      }
    }
    for (Update update : row.outcome().updates()) {
      chances(update.target().sources(), read);
      chances(update.value(), read);
    }
    for (OutputValue output : row.outcome().outputs()) {
      chances(output.value(), read);
    }
    for (OutputValue output : row.outcome().errorOutputs()) {
      chances(output.value(), read);
    }
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call && seen.add(call.step())) {
        Optional<Table> step = policy.step(call.step());
        step.flatMap(Table::where).ifPresent(each -> chances(Reads.of(each), read));
        step.ifPresent(table -> table.rows().forEach(each -> chances(each, read, seen)));
      }
    }
  }

  private static void chances(NewValue value, Set<String> read) {
    if (value instanceof NewValue.Read one) {
      chances(one.slot().sources(), read);
    } else if (value instanceof NewValue.Shifted one) {
      chances(one.slot().sources(), read);
    } else if (value instanceof NewValue.Mapped one) {
      chances(one.slot().sources(), read);
    } else if (value instanceof NewValue.OneOf some) {
      some.choices().forEach(choice -> chances(choice, read));
    }
  }

  /** Adds the chances among some slots. */
  static void chances(List<Slot> slots, Set<String> read) {
    for (Slot slot : slots) {
      if (slot instanceof Chance) {
        read.add(slot.name());
      }
    }
  }
}
