package dev.foliospec.explore;

import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions of transitions with everything that hangs on the answer worked out, so that what is left
 * speaks of states and arguments alone.
 */
final class Settled {
  private final Event event;
  private final Reaction reaction;

  /** What is shown under each output; none where nothing is. */
  private final @Nullable Value[] shown;

  private Settled(Event event, Reaction reaction, @Nullable Value[] shown) {
    this.event = event;
    this.reaction = reaction;
    this.shown = shown;
  }

  /** A condition under an answer; where that may show anything, it must hold whatever is shown. */
  static Expression of(Expression expression, Event event, Reaction reaction) {
    List<Expression> all = new ArrayList<>();
    each(expression, event, reaction, new Value[reaction.outputs().size()], 0, all);
    return all.size() == 1 ? all.get(0) : new Expression.And(all);
  }

  private static void each(
      Expression expression,
      Event event,
      Reaction reaction,
      @Nullable Value[] shown,
      int at,
      List<Expression> all) {
    if (at == shown.length) {
      all.add(new Settled(event, reaction, shown.clone()).settle(expression));
      return;
    }
    Given given = reaction.outputs().get(at);
    if (!given.anything()) {
      shown[at] = given.value().orElse(null);
      each(expression, event, reaction, shown, at + 1, all);
      return;
    }
    for (Value value : event.outputs().get(at).type().values()) {
      shown[at] = value;
      each(expression, event, reaction, shown, at + 1, all);
    }
    shown[at] = null;
    each(expression, event, reaction, shown, at + 1, all);
  }

  private Expression settle(Expression expression) {
    if (expression instanceof Expression.Not not) {
      return new Expression.Not(settle(not.part()));
    }
    if (expression instanceof Expression.And and) {
      return new Expression.And(all(and.parts()));
    }
    if (expression instanceof Expression.Or or) {
      return new Expression.Or(all(or.parts()));
    }
    if (expression instanceof Expression.Implies implies) {
      return new Expression.Implies(all(implies.parts()));
    }
    if (expression instanceof Expression.Answered answered) {
      return literally(
          answered.answers().isEmpty()
              ? !reaction.answer().equals("ok")
              : answered.answers().contains(reaction.answer()));
    }
    if (expression instanceof Expression.Includes includes) {
      return literally(first(includes.effect()) >= 0);
    }
    if (expression instanceof Expression.Ordered ordered) {
      int first = first(ordered.first());
      return literally(first >= 0 && first < first(ordered.second()));
    }
    if (expression instanceof Expression.Within within
        && within.term().slot() instanceof Observed observed) {
      Value value = shown(observed);
      return literally(value != null && within.values().contains(value));
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared);
    }
    return expression;
  }

  private List<Expression> all(List<Expression> parts) {
    List<Expression> all = new ArrayList<>();
    for (Expression part : parts) {
      all.add(settle(part));
    }
    return all;
  }

  private static Expression literally(boolean truth) {
    return new Expression.Literally(truth);
  }

  private int first(String effect) {
    List<Effect> effects = reaction.effects();
    for (int at = 0; at < effects.size(); at++) {
      if (effects.get(at).name().equals(effect)) {
        return at;
      }
    }
    return -1;
  }

  private @Nullable Value shown(Observed observed) {
    for (int at = 0; at < shown.length; at++) {
      if (event.outputs().get(at).name().equals(observed.name())) {
        return shown[at];
      }
    }
    return null;
  }

  private Expression compared(Expression.Compared compared) {
    Slot left = compared.left().slot();
    Slot right = compared.right().slot();
    if (!(left instanceof Observed) && !(right instanceof Observed)) {
      return compared;
    }
    Type order = left.type();
    if (left instanceof Observed one && right instanceof Observed other) {
      return literally(holds(compared.comparator(), shown(one), shown(other), order));
    }
    boolean seenLeft = left instanceof Observed;
    Value seen = shown((Observed) (seenLeft ? left : right));
    Expression.Term other = seenLeft ? compared.right() : compared.left();
    List<Value> values = new ArrayList<>();
    for (Value each : other.slot().type().values()) {
      boolean holds = seenLeft
          ? holds(compared.comparator(), seen, each, order)
          : holds(compared.comparator(), each, seen, order);
      if (holds) {
        values.add(each);
      }
    }
    return new Expression.Within(other, values);
  }

  /** What is not shown equals nothing, and comes neither before nor after anything. */
  private static boolean holds(
      Expression.Comparator comparator, @Nullable Value left, @Nullable Value right, Type order) {
    boolean same = left != null && left.equals(right);
    if (comparator == Expression.Comparator.EQUAL) {
      return same;
    }
    if (comparator == Expression.Comparator.DIFFERENT) {
      return !same;
    }
    if (left == null || right == null) {
      return false;
    }
    boolean numbers = left.isNumber() && right.isNumber();
    int one = numbers ? left.number() : order.position(left);
    int other = numbers ? right.number() : order.position(right);
    if (one < 0 || other < 0) {
      return false;
    }
    return switch (comparator) {
      case LESS -> one < other;
      case AT_MOST -> one <= other;
      case MORE -> one > other;
      default -> one >= other;
    };
  }
}
