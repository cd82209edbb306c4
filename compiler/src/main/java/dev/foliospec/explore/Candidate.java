package dev.foliospec.explore;

import dev.foliospec.model.Condition;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row as a decision graph asks it: for each slot the codes that it allows, and the conditions that
 * relate several slots. The table's {@code where} is part of it. An event's {@code only when} is one
 * as well, without a row.
 */
final class Candidate {
  final @Nullable Transition row;
  final @Nullable Table table;

  /** Counts tables in the order in which they are asked. */
  final int tableNumber;

  /** Whether it can never hold. */
  boolean impossible;

  /** Whether it asks a flag or trait that cannot have all its values in this policy. */
  boolean asksSettled;

  private final long[][] masks;
  private final Layout layout;
  private final @Nullable Event event;
  private final List<Formula> tests = new ArrayList<>();
  private final List<long[]> testSlots = new ArrayList<>();

  /** Numbers of the candidates that took points from it, and of those that apply where it does. */
  int[] splitters = Formula.NONE;

  int[] alternatives = Formula.NONE;

  Candidate(
      Layout layout,
      @Nullable Event event,
      @Nullable Table table,
      int tableNumber,
      @Nullable Transition row) {
    this.layout = layout;
    this.event = event;
    this.table = table;
    this.tableNumber = tableNumber;
    this.row = row;
    masks = new long[layout.slots][];
    if (table != null && table.where().isPresent()) {
      require(table.where().get(), true);
    }
    if (row != null) {
      for (Condition condition : row.guard().conditions()) {
        require(condition);
      }
    }
  }

  /** What an event's {@code only when} asks. */
  Candidate(Layout layout, Event event, Expression onlyWhen) {
    this(layout, event, null, -1, null);
    require(onlyWhen, true);
  }

  boolean isCheck() {
    return table != null && table.kind() == Table.Kind.CHECKS;
  }

  boolean isOtherwise() {
    return row != null && row.guard().otherwise();
  }

  /** The codes of a slot that it allows, or {@code null} for all. */
  long @Nullable [] mask(int place) {
    return masks[place];
  }

  int tests() {
    return tests.size();
  }

  Formula test(int number) {
    return tests.get(number);
  }

  /** The slots that a test reads. */
  long[] testSlots(int number) {
    return testSlots.get(number);
  }

  /** Whether its conditions hold in a frame. */
  boolean holds(int[] frame) {
    if (impossible) {
      return false;
    }
    for (int place = 0; place < masks.length; place++) {
      if (masks[place] != null && !Bits.has(masks[place], frame[place])) {
        return false;
      }
    }
    for (Formula test : tests) {
      if (!layout.holds(test, frame)) {
        return false;
      }
    }
    return true;
  }

  private void require(Condition condition) {
    if (condition.test() instanceof Condition.Within within && within.slot() instanceof Element) {
      require(
          new Expression.Within(new Expression.Term(within.slot(), false), within.values()), true);
    } else if (condition.test() instanceof Condition.Same same
        && (same.slot() instanceof Element || same.other() instanceof Element)) {
      require(
          new Expression.Compared(
              new Expression.Term(same.slot(), false),
              Expression.Comparator.EQUAL,
              new Expression.Term(same.other(), false)),
          !same.negated());
    } else if (condition.test() instanceof Condition.Within within) {
      allow(layout.place(within.slot(), event), within.slot().type().size(), within.values(), true);
    } else if (condition.test() instanceof Condition.Same same) {
      int place = layout.place(same.slot(), event);
      int other = layout.place(same.other(), event);
      if (place < 0 || other < 0) {
        impossible = true;
      } else {
        noteSettled(place);
        noteSettled(other);
        demand(Formula.same(layout, place, other, same.negated()));
      }
    } else if (condition.test() instanceof Condition.Holds holds) {
      require(holds.expression(), holds.truth());
    }
  }

  private record Demand(Expression expression, boolean truth) {}

  /** Takes conjunctions apart, those inside definitions too, each definition once. */
  private void require(Expression whole, boolean truthOfWhole) {
    ArrayDeque<Demand> open = new ArrayDeque<>();
    Set<String> seen = new HashSet<>();
    open.add(new Demand(whole, truthOfWhole));
    while (!open.isEmpty()) {
      Demand demand = open.poll();
      Expression expression = Elements.apart(demand.expression());
      boolean truth = demand.truth();
      if (expression instanceof Expression.Literally literally) {
        impossible |= literally.truth() != truth;
      } else if (expression instanceof Expression.Not not) {
        open.add(new Demand(not.part(), !truth));
      } else if (expression instanceof Expression.And and && truth) {
        for (Expression part : and.parts()) {
          open.add(new Demand(part, true));
        }
      } else if (expression instanceof Expression.Or or && !truth) {
        for (Expression part : or.parts()) {
          open.add(new Demand(part, false));
        }
      } else if (expression instanceof Expression.Implies implies && !truth) {
        int last = implies.parts().size() - 1;
        for (int at = 0; at <= last; at++) {
          open.add(new Demand(implies.parts().get(at), at < last));
        }
      } else if (expression instanceof Expression.Within within
          && !within.term().primed()) {
        allow(
            layout.place(within.term().slot(), event),
            within.term().slot().type().size(),
            within.values(),
            truth);
      } else if (expression instanceof Expression.Defined defined) {
        Definition definition = defined.definition();
        if (seen.add((truth ? "+" : "-") + definition.name())) {
          if (apart(definition.expression(), truth)) {
            open.add(new Demand(definition.expression(), truth));
          } else {
            demand(expression, truth);
          }
        }
      } else {
        demand(expression, truth);
      }
    }
  }

  private static boolean apart(Expression expression, boolean truth) {
    return expression instanceof Expression.Not
        || expression instanceof Expression.Within
        || expression instanceof Expression.Defined
        || expression instanceof Expression.Literally
        || (truth ? expression instanceof Expression.And : expression instanceof Expression.Or)
        || (expression instanceof Expression.Implies && !truth);
  }

  private void demand(Expression expression, boolean truth) {
    for (Expression.Term term : Formula.terms(expression)) {
      noteSettled(layout.place(term.slot(), event));
    }
    demand(layout.formula(truth ? expression : new Expression.Not(expression), event));
  }

  private void demand(Formula formula) {
    long[] slots = formula.slots(layout);
    int[] places = Bits.members(slots);
    if (places.length > 1) {
      tests.add(formula);
      testSlots.add(slots);
      return;
    }
    int[] frame = layout.frame();
    if (places.length == 0) {
      impossible |= !layout.holds(formula, frame);
      return;
    }
    int place = places[0];
    long[] mask = new long[Bits.words(layout.size(place))];
    for (int code = 0; code < layout.size(place); code++) {
      frame[place] = code;
      if (layout.holds(formula, frame)) {
        Bits.add(mask, code);
      }
    }
    narrow(place, mask);
  }

  private void allow(int place, int size, List<Value> values, boolean truth) {
    if (place < 0) {
      impossible = true;
      return;
    }
    long[] mask = Formula.mask(layout.slot(place).type(), values);
    if (!truth) {
      long[] rest = Bits.full(size);
      for (int at = 0; at < rest.length; at++) {
        rest[at] &= ~mask[at];
      }
      mask = rest;
    }
    narrow(place, mask);
  }

  private void noteSettled(int place) {
    if (place >= 0
        && place < layout.variableBase
        && Bits.count(layout.domain(place)) < layout.size(place)) {
      asksSettled = true;
    }
  }

  private void narrow(int place, long[] mask) {
    noteSettled(place);
    long[] known = masks[place];
    long[] both = known == null ? mask : Bits.and(known, mask);
    if (!Bits.meet(both, layout.domain(place))) {
      impossible = true;
    } else if (!Bits.within(layout.domain(place), both)) {
      masks[place] = both;
    }
  }
}
