package dev.foliospec.generator.plan;

import dev.foliospec.model.Condition;
import dev.foliospec.model.Definition;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The elements of indexed variables that the rows of one event speak of.
 *
 * <p>Where all that they say of an indexed variable is about one element, {@code guest[gfn]}, this can
 * be asked and written like a variable. Otherwise two names may mean one element, and code has to
 * tell by the index.
 */
final class Picks {
  private final Policy policy;
  private final Map<String, Map<String, Slot>> named = new LinkedHashMap<>();
  private final Set<String> seen = new LinkedHashSet<>();

  private Picks(Policy policy) {
    this.policy = policy;
  }

  /** The elements that are the only ones of their indexed variables for an event. */
  static List<Element> alone(Policy policy, Event event) {
    Picks picks = new Picks(policy);
    event.onlyWhen().ifPresent(picks::expression);
    for (Table table : policy.tables()) {
      if (table.kind() != Table.Kind.STEP && table.on(event)) {
        table.where().ifPresent(picks::expression);
        for (Transition row : table.rows()) {
          if (row.answers(event)) {
            picks.row(row);
          }
        }
      }
    }
    List<Element> alone = new ArrayList<>();
    for (Map<String, Slot> each : picks.named.values()) {
      Slot first = each.values().iterator().next();
      if (each.size() == 1 && first instanceof Element element) {
        alone.add(element);
      }
    }
    return alone;
  }

  private void slot(Slot slot) {
    if (slot instanceof Element element) {
      named.computeIfAbsent(element.family(), key -> new LinkedHashMap<>()).put(slot.name(), slot);
      slot(element.index());
    } else if (slot instanceof Variable variable && variable.member().isPresent()) {
      named.computeIfAbsent(variable.family(), key -> new LinkedHashMap<>()).put(slot.name(), slot);
    }
  }

  private void row(Transition row) {
    for (Condition condition : row.guard().conditions()) {
      if (condition.test() instanceof Condition.Within within) {
        slot(within.slot());
      } else if (condition.test() instanceof Condition.Same same) {
        slot(same.slot());
        slot(same.other());
      } else if (condition.test() instanceof Condition.Holds holds) {
        expression(holds.expression());
      }
    }
    for (Update update : row.outcome().updates()) {
      slot(update.target());
      value(update.value());
    }
    for (OutputValue output : row.outcome().outputs()) {
      value(output.value());
    }
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call && seen.add("step " + call.step())) {
        policy.step(call.step()).ifPresent(this::step);
      }
    }
  }

  private void step(Table step) {
    step.where().ifPresent(this::expression);
    step.rows().forEach(this::row);
  }

  private void value(NewValue value) {
    if (value instanceof NewValue.Read read) {
      slot(read.slot());
    } else if (value instanceof NewValue.Shifted shifted) {
      slot(shifted.slot());
    } else if (value instanceof NewValue.Mapped mapped) {
      slot(mapped.slot());
    } else if (value instanceof NewValue.OneOf some) {
      some.choices().forEach(this::value);
    }
  }

  private void expression(Expression expression) {
    if (expression instanceof Expression.Within within) {
      slot(within.term().slot());
    } else if (expression instanceof Expression.Compared compared) {
      slot(compared.left().slot());
      slot(compared.right().slot());
    } else if (expression instanceof Expression.Not not) {
      expression(not.part());
    } else if (expression instanceof Expression.And and) {
      and.parts().forEach(this::expression);
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(this::expression);
    } else if (expression instanceof Expression.Implies implies) {
      implies.parts().forEach(this::expression);
    } else if (expression instanceof Expression.Defined defined) {
      Definition definition = defined.definition();
      if (seen.add("definition " + definition.name())) {
        expression(definition.expression());
      }
    }
  }
}
