package dev.foliospec.check;

import dev.foliospec.model.Condition;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
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
        slots.addAll(within.slot().sources());
      } else if (condition.test() instanceof Condition.Same same) {
        slots.addAll(same.slot().sources());
        slots.addAll(same.other().sources());
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
        slots.addAll(within.term().slot().sources());
      } else if (each instanceof Expression.Compared compared) {
        slots.addAll(compared.left().slot().sources());
        slots.addAll(compared.right().slot().sources());
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

  /** Adds what a cell of new values reads: where the value comes from, and what picks the element. */
  void add(Update update) {
    if (update.target() instanceof Element element) {
      slots.addAll(element.index().sources());
    }
    add(update.value());
  }

  /** Adds what a new value comes from. */
  void add(NewValue value) {
    if (value instanceof NewValue.Read read) {
      slots.addAll(read.slot().sources());
    } else if (value instanceof NewValue.Shifted shifted) {
      slots.addAll(shifted.slot().sources());
    } else if (value instanceof NewValue.Mapped mapped) {
      slots.addAll(mapped.slot().sources());
      maps.add(mapped.map().name());
    } else if (value instanceof NewValue.OneOf oneOf) {
      for (NewValue choice : oneOf.choices()) {
        add(choice);
      }
    }
  }
}
