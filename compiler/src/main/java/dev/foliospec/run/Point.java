package dev.foliospec.run;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Guard;
import dev.foliospec.model.Input;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every name means at one moment: the values of all slots before an event, and the truth of
 * definitions, each worked out at most once.
 */
final class Point {
  private final Policy policy;
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Boolean> definitions = new HashMap<>();

  private Point(Policy policy) {
    this.policy = policy;
  }

  /** Flags and traits alone: what an {@code init} may read. */
  static Point of(Policy policy, Configuration configuration) {
    Point point = new Point(policy);
    Map<String, Value> values = point.values;
    for (int at = 0; at < policy.flags().size(); at++) {
      values.put(policy.flags().get(at).flag().name(), configuration.flags().get(at));
    }
    for (TraitSetting setting : policy.traits()) {
      TraitSetting.Alternative chosen = alternative(policy, setting, configuration);
      if (chosen instanceof TraitSetting.Fixed fixed) {
        values.put(setting.trait().name(), fixed.value());
      } else if (chosen instanceof TraitSetting.ByFlag by) {
        values.put(setting.trait().name(), point.value(by.flag()));
      }
    }
    return point;
  }

  /** All that a row may read. */
  static Point of(Point setUp, State state, Input input) {
    Policy policy = setUp.policy;
    Point point = new Point(policy);
    Map<String, Value> values = point.values;
    values.putAll(setUp.values);
    List<Variable> variables = policy.variables();
    for (int at = 0; at < variables.size(); at++) {
      values.put(variables.get(at).name(), state.values().get(at));
    }
    List<Chance> chances = policy.chances();
    for (int at = 0; at < chances.size(); at++) {
      values.put(chances.get(at).name(), input.chances().get(at));
    }
    List<Parameter> parameters = input.event().parameters();
    for (int at = 0; at < parameters.size(); at++) {
      values.put(parameters.get(at).name(), input.arguments().get(at));
    }
    return point;
  }

  /** What a trait is in a configuration. */
  static TraitSetting.Alternative alternative(
      Policy policy, TraitSetting setting, Configuration configuration) {
    if (!setting.undecided()) {
      return setting.alternatives().get(0);
    }
    int at = 0;
    for (TraitSetting each : policy.traits()) {
      if (each.trait().name().equals(setting.trait().name())) {
        return setting.alternatives().get(configuration.choices().get(at));
      }
      at += each.undecided() ? 1 : 0;
    }
    throw new IllegalArgumentException("no choice for trait " + setting.trait().name());
  }

  /** Every configuration that a policy allows: the last choice moves fastest. */
  static List<Configuration> configurations(Policy policy) {
    List<Configuration> all = List.of(new Configuration(List.of(), List.of()));
    for (FlagSetting setting : policy.flags()) {
      List<Configuration> more = new ArrayList<>();
      for (Configuration each : all) {
        for (Value value : setting.allowed()) {
          more.add(new Configuration(and(each.flags(), value), each.choices()));
        }
      }
      all = more;
    }
    for (TraitSetting setting : policy.choices()) {
      List<Configuration> more = new ArrayList<>();
      for (Configuration each : all) {
        for (int at = 0; at < setting.alternatives().size(); at++) {
          more.add(new Configuration(each.flags(), and(each.choices(), at)));
        }
      }
      all = more;
    }
    return all;
  }

  private static <T> List<T> and(List<T> list, T last) {
    List<T> longer = new ArrayList<>(list);
    longer.add(last);
    return longer;
  }

  /** The value of a slot before the event. */
  Value value(Slot slot) {
    return named(settled(slot));
  }

  /** What a slot is here: of an element that something picks, the variable picked. */
  Slot settled(Slot slot) {
    if (slot instanceof Element element) {
      return element.at(value(element.index())).orElseThrow();
    }
    return slot;
  }

  private Value named(Slot slot) {
    Value value = values.get(slot.name());
    if (value == null) {
      throw new IllegalArgumentException("nothing named " + slot.name() + " has a value here");
    }
    return value;
  }

  /** Whether all conditions of a row hold; {@code otherwise} is not asked here. */
  boolean holds(Guard guard) {
    for (Condition condition : guard.conditions()) {
      if (!holds(condition)) {
        return false;
      }
    }
    return true;
  }

  /** Whether one condition holds. */
  boolean holds(Condition condition) {
    Condition.Test test = condition.test();
    if (test instanceof Condition.Within within) {
      return within.values().contains(value(within.slot()));
    }
    if (test instanceof Condition.Same same) {
      return value(same.slot()).equals(value(same.other())) != same.negated();
    }
    Condition.Holds asked = (Condition.Holds) test;
    return holds(asked.expression()) == asked.truth();
  }

  /** Whether an expression that reads the state before alone holds. */
  boolean holds(Expression expression) {
    return holds(expression, Map.of());
  }

  /**
   * Whether an expression holds.
   *
   * @param after the variables after the row, by name; those that it lacks are as they were
   */
  boolean holds(Expression expression, Map<String, Value> after) {
    if (expression instanceof Expression.Literally literally) {
      return literally.truth();
    }
    if (expression instanceof Expression.Not not) {
      return !holds(not.part(), after);
    }
    if (expression instanceof Expression.And and) {
      return all(and.parts(), true, after);
    }
    if (expression instanceof Expression.Or or) {
      return !all(or.parts(), false, after);
    }
    if (expression instanceof Expression.Implies implies) {
      return implied(implies.parts(), after);
    }
    if (expression instanceof Expression.Within within) {
      return within.values().contains(value(within.term(), after));
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared, after);
    }
    return truth(((Expression.Defined) expression).definition());
  }

  private boolean all(List<Expression> parts, boolean truth, Map<String, Value> after) {
    for (Expression part : parts) {
      if (holds(part, after) != truth) {
        return false;
      }
    }
    return true;
  }

  /** {@code a implies b implies c} is false only where all but the last hold and the last does not. */
  private boolean implied(List<Expression> parts, Map<String, Value> after) {
    int last = parts.size() - 1;
    for (Expression premise : parts.subList(0, last)) {
      if (!holds(premise, after)) {
        return true;
      }
    }
    return holds(parts.get(last), after);
  }

  private Value value(Expression.Term term, Map<String, Value> after) {
    Value before = value(term.slot());
    return term.primed() ? after.getOrDefault(settled(term.slot()).name(), before) : before;
  }

  private boolean compared(Expression.Compared compared, Map<String, Value> after) {
    Value left = value(compared.left(), after);
    Value right = value(compared.right(), after);
    return switch (compared.comparator()) {
      case EQUAL -> left.equals(right);
      case DIFFERENT -> !left.equals(right);
      case LESS -> order(compared, left, right).filter(sign -> sign < 0).isPresent();
      case AT_MOST -> order(compared, left, right).filter(sign -> sign <= 0).isPresent();
      case MORE -> order(compared, left, right).filter(sign -> sign > 0).isPresent();
      case AT_LEAST -> order(compared, left, right).filter(sign -> sign >= 0).isPresent();
    };
  }

  /** Numbers by size; others by their position in the left term's type, if it has both. */
  static Optional<Integer> order(Expression.Compared compared, Value left, Value right) {
    if (left.isNumber() && right.isNumber()) {
      return Optional.of(Integer.compare(left.number(), right.number()));
    }
    int first = compared.left().slot().type().position(left);
    int second = compared.left().slot().type().position(right);
    return first < 0 || second < 0 ? Optional.empty() : Optional.of(Integer.compare(first, second));
  }

  /** The truth of a definition; those that it names come first, however deep they go. */
  private boolean truth(Definition wanted) {
    Deque<Definition> open = new ArrayDeque<>();
    open.push(wanted);
    while (!open.isEmpty()) {
      Definition top = open.peek();
      int before = open.size();
      if (!definitions.containsKey(top.name())) {
        named(top.expression(), open);
      }
      if (open.size() == before) {
        open.pop();
        if (!definitions.containsKey(top.name())) {
          definitions.put(top.name(), holds(top.expression()));
        }
      }
    }
    return Boolean.TRUE.equals(definitions.get(wanted.name()));
  }

  /** Puts the definitions that an expression names and whose truth is not known yet on a stack. */
  private void named(Expression expression, Deque<Definition> unknown) {
    if (expression instanceof Expression.Defined defined) {
      if (!definitions.containsKey(defined.definition().name())) {
        unknown.push(defined.definition());
      }
    } else if (expression instanceof Expression.Not not) {
      named(not.part(), unknown);
    } else if (expression instanceof Expression.And and) {
      and.parts().forEach(part -> named(part, unknown));
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(part -> named(part, unknown));
    } else if (expression instanceof Expression.Implies implies) {
      implies.parts().forEach(part -> named(part, unknown));
    }
  }

  /** The policy that this is a moment of. */
  Policy policy() {
    return policy;
  }
}
