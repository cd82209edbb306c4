package dev.foliospec.check;

import dev.foliospec.model.Condition;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Expression;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What conditions, expressions and new values name. */
final class Reads {
  private final List<Slot> slots = new ArrayList<>();
  private final Set<String> definitions = new HashSet<>();
  private final Set<String> maps = new HashSet<>();

  /** The slots that an expression names, in definitions too. */
  static List<Slot> of(Expression expression) {
    Reads reads = new Reads();
    reads.add(expression);
    return reads.slots;
  }

  /** The slots named so far. */
  List<Slot> slots() {
    return slots;
  }

  /** The definitions named so far. */
  Set<String> definitions() {
    return definitions;
  }

  /** The maps applied so far. */
  Set<String> maps() {
    return maps;
  }

  /** Adds what a row's conditions name. */
  void addConditions(Transition row) {
    for (Condition condition : row.guard().conditions()) {
      if (condition.test() instanceof Condition.Within within) {
        slots.add(within.slot());
      } else if (condition.test() instanceof Condition.Same same) {
        slots.add(same.slot());
        slots.add(same.other());
      } else if (condition.test() instanceof Condition.Holds holds) {
        add(holds.expression());
      }
    }
  }

  /** Adds what an expression names; each definition is looked into once. */
  void add(Expression expression) {
    ArrayDeque<Expression> open = new ArrayDeque<>();
    open.add(expression);
    while (!open.isEmpty()) {
      Expression each = open.poll();
      if (each instanceof Expression.Within within) {
        slots.add(within.term().slot());
      } else if (each instanceof Expression.Compared compared) {
        slots.add(compared.left().slot());
        slots.add(compared.right().slot());
      } else if (each instanceof Expression.Not not) {
        open.add(not.part());
      } else if (each instanceof Expression.And and) {
        open.addAll(and.parts());
      } else if (each instanceof Expression.Or or) {
        open.addAll(or.parts());
      } else if (each instanceof Expression.Implies implies) {
        open.addAll(implies.parts());
      } else if (each instanceof Expression.Defined defined) {
        Definition definition = defined.definition();
        if (definitions.add(definition.name())) {
          open.add(definition.expression());
        }
      }
    }
  }

  /** Adds what a new value comes from. */
  void add(NewValue value) {
    if (value instanceof NewValue.Read read) {
      slots.add(read.slot());
    } else if (value instanceof NewValue.Shifted shifted) {
      slots.add(shifted.slot());
    } else if (value instanceof NewValue.Mapped mapped) {
      slots.add(mapped.slot());
      maps.add(mapped.map().name());
    } else if (value instanceof NewValue.OneOf oneOf) {
      for (NewValue choice : oneOf.choices()) {
        add(choice);
      }
    }
  }
}
