package dev.foliospec.run;

import dev.foliospec.model.Condition;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A point of which not everything is known: some slots have a value, the others may have any of
 * theirs. What holds is then {@link Truth#YES}, {@link Truth#NO}, or open.
 */
final class Supposition {
  private final Map<String, List<Value>> possible = new HashMap<>();
  private final Map<String, String> sameAs = new HashMap<>();
  private final Set<String> decided = new HashSet<>();
  private final Map<String, Truth> definitions = new HashMap<>();

  /**
   * What is supposed of a policy.
   *
   * @param known values by the names of variables, parameters, flags, chances and undecided traits
   */
  Supposition(Policy policy, Map<String, Value> known) {
    for (FlagSetting setting : policy.flags()) {
      possible.put(setting.flag().name(), setting.allowed());
    }
    for (TraitSetting setting : policy.traits()) {
      List<Value> values = new ArrayList<>();
      for (TraitSetting.Alternative alternative : alternatives(setting, known)) {
        if (alternative instanceof TraitSetting.Fixed fixed) {
          values.add(fixed.value());
        } else if (alternative instanceof TraitSetting.ByFlag by) {
          values.addAll(possible.getOrDefault(by.flag().name(), by.flag().type().values()));
          if (alternatives(setting, known).size() == 1) {
            sameAs.put(setting.trait().name(), by.flag().name());
          }
        }
      }
      possible.put(setting.trait().name(), values);
    }
    known.forEach((name, value) -> {
      if (!decided.contains(name)) {
        possible.put(name, List.of(value));
      }
    });
  }

  /** What a trait may be: the one alternative that is known, named as it is spelled, or all. */
  private List<TraitSetting.Alternative> alternatives(
      TraitSetting setting, Map<String, Value> known) {
    Value wanted = known.get(setting.trait().name());
    for (TraitSetting.Alternative each : setting.alternatives()) {
      if (wanted != null && each.spelled().equals(wanted.name())) {
        decided.add(setting.trait().name());
        return List.of(each);
      }
    }
    return setting.alternatives();
  }

  /** How much is known of a question. */
  enum Truth {
    /** It holds. */
    YES,
    /** It does not hold. */
    NO,
    /** It depends on what is not known. */
    OPEN;

    Truth not() {
      return switch (this) {
        case YES -> NO;
        case NO -> YES;
        case OPEN -> OPEN;
      };
    }

    Truth and(Truth other) {
      if (this == NO || other == NO) {
        return NO;
      }
      return this == YES && other == YES ? YES : OPEN;
    }

    Truth or(Truth other) {
      return not().and(other.not()).not();
    }
  }

  /** The value of a slot, where it is known. */
  Optional<Value> value(Slot slot) {
    List<Value> values = values(slot);
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  /** What a slot is, where that is known: of an element that something picks, the one picked. */
  Slot settled(Slot slot) {
    if (slot instanceof Element element) {
      Optional<Value> key = value(element.index());
      return key.isPresent() ? element.at(key.get()).orElseThrow() : slot;
    }
    return slot;
  }

  private List<Value> values(Slot slot) {
    if (slot instanceof Element element) {
      Set<Value> all = new LinkedHashSet<>();
      for (Value key : values(element.index())) {
        all.addAll(values(element.at(key).orElseThrow()));
      }
      return List.copyOf(all);
    }
    String name = sameAs.getOrDefault(slot.name(), slot.name());
    List<Value> values = possible.get(name);
    return values == null ? slot.type().values() : values;
  }

  /** Whether one cell holds. */
  Truth of(Condition.Test test) {
    if (test instanceof Condition.Within within) {
      return within(within.slot(), within.values());
    }
    if (test instanceof Condition.Same same) {
      Truth truth = same(same.slot(), same.other());
      return same.negated() ? truth.not() : truth;
    }
    Condition.Holds holds = (Condition.Holds) test;
    Truth truth = of(holds.expression());
    return holds.truth() ? truth : truth.not();
  }

  /** Whether an expression holds, read before the event. */
  Truth of(Expression expression) {
    if (expression instanceof Expression.Literally literally) {
      return literally.truth() ? Truth.YES : Truth.NO;
    }
    if (expression instanceof Expression.Not not) {
      return of(not.part()).not();
    }
    if (expression instanceof Expression.And and) {
      Truth truth = Truth.YES;
      for (Expression part : and.parts()) {
        truth = truth.and(of(part));
      }
      return truth;
    }
    if (expression instanceof Expression.Or or) {
      Truth truth = Truth.NO;
      for (Expression part : or.parts()) {
        truth = truth.or(of(part));
      }
      return truth;
    }
    if (expression instanceof Expression.Implies implies) {
      int last = implies.parts().size() - 1;
      Truth truth = of(implies.parts().get(last));
      for (Expression premise : implies.parts().subList(0, last)) {
        truth = truth.or(of(premise).not());
      }
      return truth;
    }
    if (expression instanceof Expression.Within within) {
      return within(within.term().slot(), within.values());
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared);
    }
    return of(((Expression.Defined) expression).definition());
  }

  private Truth within(Slot slot, List<Value> wanted) {
    boolean some = false;
    boolean all = true;
    for (Value value : values(slot)) {
      boolean in = wanted.contains(value);
      some |= in;
      all &= in;
    }
    return all ? Truth.YES : some ? Truth.OPEN : Truth.NO;
  }

  private Truth same(Slot one, Slot other) {
    List<Value> values = values(one);
    List<Value> others = values(other);
    if (values.size() == 1 && others.size() == 1) {
      return values.equals(others) ? Truth.YES : Truth.NO;
    }
    for (Value value : values) {
      if (others.contains(value)) {
        return Truth.OPEN;
      }
    }
    return Truth.NO;
  }

  private Truth compared(Expression.Compared compared) {
    boolean some = false;
    boolean all = true;
    for (Value left : values(compared.left().slot())) {
      for (Value right : values(compared.right().slot())) {
        boolean holds = holds(compared, left, right);
        some |= holds;
        all &= holds;
      }
    }
    return all ? Truth.YES : some ? Truth.OPEN : Truth.NO;
  }

  private static boolean holds(Expression.Compared compared, Value left, Value right) {
    if (compared.comparator() == Expression.Comparator.EQUAL) {
      return left.equals(right);
    }
    if (compared.comparator() == Expression.Comparator.DIFFERENT) {
      return !left.equals(right);
    }
    boolean numbers = left.isNumber() && right.isNumber();
    int first = numbers ? left.number() : compared.left().slot().type().position(left);
    int second = numbers ? right.number() : compared.left().slot().type().position(right);
    if (first < 0 || second < 0) {
      return false;
    }
    return switch (compared.comparator()) {
      case LESS -> first < second;
      case AT_MOST -> first <= second;
      case MORE -> first > second;
      case AT_LEAST -> first >= second;
      case EQUAL, DIFFERENT -> throw new IllegalStateException("already answered");
    };
  }

  /** Definitions may name definitions to any depth, so those below are worked out first. */
  private Truth of(Definition wanted) {
    Deque<Definition> waiting = new ArrayDeque<>();
    waiting.push(wanted);
    while (true) {
      Definition next = waiting.element();
      List<Definition> below = new ArrayList<>();
      unknown(next.expression(), below);
      if (below.isEmpty()) {
        waiting.pop();
        Truth truth = of(next.expression());
        definitions.put(next.name(), truth);
        if (waiting.isEmpty()) {
          return truth;
        }
      } else {
        below.forEach(waiting::push);
      }
    }
  }

  private void unknown(Expression expression, List<Definition> below) {
    if (expression instanceof Expression.Defined defined) {
      if (!definitions.containsKey(defined.definition().name())) {
        below.add(defined.definition());
      }
    } else if (expression instanceof Expression.Not not) {
      unknown(not.part(), below);
    } else if (expression instanceof Expression.And and) {
      and.parts().forEach(part -> unknown(part, below));
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(part -> unknown(part, below));
    } else if (expression instanceof Expression.Implies implies) {
      implies.parts().forEach(part -> unknown(part, below));
    }
  }
}
