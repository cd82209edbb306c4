package dev.foliospec.resolve;

import dev.foliospec.model.Claim;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Initial;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Trait;
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
        slots.addAll(within.slot().sources());
      } else if (condition.test() instanceof Condition.Same same) {
        slots.addAll(same.slot().sources());
        slots.addAll(same.other().sources());
      } else if (condition.test() instanceof Condition.Holds holds) {
        slots.addAll(of(holds.expression()));
      }
    }
    for (Update update : row.outcome().updates()) {
      if (update.target() instanceof Element element) {
        slots.addAll(element.index().sources());
      }
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
      slots.addAll(read.slot().sources());
    } else if (value instanceof NewValue.Shifted shifted) {
      slots.addAll(shifted.slot().sources());
    } else if (value instanceof NewValue.Mapped mapped) {
      slots.addAll(mapped.slot().sources());
    } else if (value instanceof NewValue.OneOf oneOf) {
      oneOf.choices().forEach(each -> value(each, slots));
    }
  }

  /** The slots that a claim reads, of states, transitions and ghosts. */
  public static List<Slot> of(Claim claim) {
    List<Slot> read = new ArrayList<>();
    if (claim instanceof Claim.Always always) {
      read.addAll(of(always.state()));
    } else if (claim instanceof Claim.Reachable reachable) {
      read.addAll(of(reachable.state()));
    } else if (claim instanceof Claim.CanReach canReach) {
      read.addAll(of(canReach.from()));
      read.addAll(of(canReach.goal()));
    } else if (claim instanceof Claim.After after) {
      if (after.when().isPresent()) {
        read.addAll(of(after.when().get()));
      }
      read.addAll(of(after.holds()));
    }
    return read;
  }

  /** The names of the flags on which a policy's behaviour can depend. */
  public static Set<String> flags(Policy policy) {
    Set<String> settings = new HashSet<>();
    for (Table table : policy.tables()) {
      read(table, settings);
    }
    around(policy, settings);
    Set<String> flags = new HashSet<>();
    for (FlagSetting setting : policy.flags()) {
      if (settings.contains(setting.flag().name())) {
        flags.add(setting.flag().name());
      }
    }
    for (TraitSetting setting : policy.traits()) {
      byFlag(setting, flags);
    }
    return flags;
  }

  /**
   * The names of the flags and traits on which answers and states can depend. Steps whose rows differ
   * in their effects alone do not count.
   */
  public static Set<String> telling(Policy policy) {
    Set<String> telling = new HashSet<>();
    for (Table table : policy.tables()) {
      if (table.kind() != Table.Kind.STEP || !alike(table.rows())) {
        read(table, telling);
      }
    }
    around(policy, telling);
    for (TraitSetting setting : policy.traits()) {
      if (telling.contains(setting.trait().name())) {
        byFlag(setting, telling);
      }
    }
    return telling;
  }

  /** Whether all rows of a step come to the same state. */
  private static boolean alike(List<Transition> rows) {
    List<Update> first = rows.isEmpty() ? List.of() : rows.get(0).outcome().updates();
    for (Transition row : rows) {
      List<Update> updates = row.outcome().updates();
      if (updates.size() != first.size()) {
        return false;
      }
      for (int i = 0; i < updates.size(); i++) {
        boolean same = updates.get(i).name().equals(first.get(i).name())
            && updates.get(i).value() instanceof NewValue.Constant one
            && first.get(i).value() instanceof NewValue.Constant other
            && one.value().equals(other.value());
        if (!same) {
          return false;
        }
      }
      for (EffectItem item : row.outcome().effects()) {
        if (item instanceof EffectItem.Call) {
          return false;
        }
      }
    }
    return true;
  }

  private static void read(Table table, Set<String> settings) {
    table.where().ifPresent(where -> settings(of(where), settings));
    for (Transition row : table.rows()) {
      settings(of(row), settings);
    }
  }

  /** What is read beside rows: where runs start, when events happen, what effects ensure. */
  private static void around(Policy policy, Set<String> settings) {
    for (Initial initial : policy.initials()) {
      for (Initial.Case each : initial.cases()) {
        each.condition().ifPresent(condition -> settings(of(condition), settings));
      }
    }
    for (Event event : policy.events()) {
      event.onlyWhen().ifPresent(condition -> settings(of(condition), settings));
    }
    for (Effect effect : policy.effects()) {
      effect.ensures().ifPresent(condition -> settings(of(condition), settings));
    }
  }

  private static void byFlag(TraitSetting setting, Set<String> flags) {
    for (TraitSetting.Alternative each : setting.alternatives()) {
      if (each instanceof TraitSetting.ByFlag by) {
        flags.add(by.flag().name());
      }
    }
  }

  private static void settings(List<Slot> slots, Set<String> settings) {
    for (Slot slot : slots) {
      if (slot instanceof Flag || slot instanceof Trait) {
        settings.add(slot.name());
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
        slots.addAll(within.term().slot().sources());
      } else if (each instanceof Expression.Compared compared) {
        slots.addAll(compared.left().slot().sources());
        slots.addAll(compared.right().slot().sources());
      } else if (each instanceof Expression.Defined defined
          && seen.add(defined.definition().name())) {
        open.push(defined.definition().expression());
      }
    }
    return slots;
  }
}
