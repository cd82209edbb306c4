package dev.foliospec.resolve;

import dev.foliospec.model.Condition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Initial;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The slots that rows, expressions and policies read. */
public final class Reads {
  private Reads() {}

  /** What a row reads in its conditions and new values, steps aside. */
  static List<Slot> of(Transition row) {
    List<Slot> slots = new ArrayList<>();
    for (Condition condition : row.guard().conditions()) {
      if (condition.test() instanceof Condition.Within within) {
        slots.add(within.slot());
      } else if (condition.test() instanceof Condition.Same same) {
        slots.add(same.slot());
        slots.add(same.other());
      } else if (condition.test() instanceof Condition.Holds holds) {
        slots.addAll(of(holds.expression()));
      }
    }
    for (Update update : row.outcome().updates()) {
      value(update.value(), slots);
    }
    for (OutputValue output : row.outcome().outputs()) {
      value(output.value(), slots);
    }
    for (OutputValue output : row.outcome().errorOutputs()) {
      value(output.value(), slots);
    }
    return slots;
  }

  private static void value(NewValue value, List<Slot> slots) {
    if (value instanceof NewValue.Read read) {
      slots.add(read.slot());
    } else if (value instanceof NewValue.Shifted shifted) {
      slots.add(shifted.slot());
    } else if (value instanceof NewValue.Mapped mapped) {
      slots.add(mapped.slot());
    } else if (value instanceof NewValue.OneOf oneOf) {
      oneOf.choices().forEach(each -> value(each, slots));
    }
  }

  /** The names of the flags on which a policy's behaviour can depend. */
  public static Set<String> flags(Policy policy) {
    Set<String> flags = new HashSet<>();
    for (Table table : policy.tables()) {
      table.where().ifPresent(where -> flags(of(where), flags));
      for (Transition row : table.rows()) {
        flags(of(row), flags);
      }
    }
    for (Initial initial : policy.initials()) {
      for (Initial.Case each : initial.cases()) {
        each.condition().ifPresent(condition -> flags(of(condition), flags));
      }
    }
    for (TraitSetting setting : policy.traits()) {
      for (TraitSetting.Alternative each : setting.alternatives()) {
        if (each instanceof TraitSetting.ByFlag by) {
          flags.add(by.flag().name());
        }
      }
    }
    for (Event event : policy.events()) {
      event.onlyWhen().ifPresent(condition -> flags(of(condition), flags));
    }
    for (Effect effect : policy.effects()) {
      effect.ensures().ifPresent(condition -> flags(of(condition), flags));
    }
    return flags;
  }

  private static void flags(List<Slot> slots, Set<String> flags) {
    for (Slot slot : slots) {
      if (slot instanceof Flag) {
        flags.add(slot.name());
      }
    }
  }

  /** What an expression reads, by way of definitions too, each definition once. */
  public static List<Slot> of(Expression expression) {
    List<Slot> slots = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Expression> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      Expression each = open.pop();
      if (each instanceof Expression.Implies implies) {
        implies.parts().forEach(open::push);
      } else if (each instanceof Expression.Or or) {
        or.parts().forEach(open::push);
      } else if (each instanceof Expression.And and) {
        and.parts().forEach(open::push);
      } else if (each instanceof Expression.Not not) {
        open.push(not.part());
      } else if (each instanceof Expression.Within within) {
        slots.add(within.term().slot());
      } else if (each instanceof Expression.Compared compared) {
        slots.add(compared.left().slot());
        slots.add(compared.right().slot());
      } else if (each instanceof Expression.Defined defined
          && seen.add(defined.definition().name())) {
        open.push(defined.definition().expression());
      }
    }
    return slots;
  }
}
