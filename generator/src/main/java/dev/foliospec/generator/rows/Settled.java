package dev.foliospec.generator.rows;

import dev.foliospec.model.Definition;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the decided traits of a policy make of its expressions: a trait with a value is that value, one
 * that follows a flag is that flag. Undecided traits stay.
 */
public final class Settled {
  private final Map<String, Value> values = new HashMap<>();
  private final Map<String, Flag> flags = new HashMap<>();
  private final Map<String, Expression> definitions = new LinkedHashMap<>();

  /** What a policy has decided. */
  public Settled(Policy policy) {
    for (TraitSetting setting : policy.traits()) {
      if (!setting.undecided()) {
        TraitSetting.Alternative only = setting.alternatives().get(0);
        if (only instanceof TraitSetting.Fixed fixed) {
          values.put(setting.trait().name(), fixed.value());
        } else if (only instanceof TraitSetting.ByFlag by) {
          flags.put(setting.trait().name(), by.flag());
        }
      }
    }
  }

  /** The value of a slot, where it is a trait that has one. */
  Optional<Value> value(Slot slot) {
    return slot instanceof Trait ? Optional.ofNullable(values.get(slot.name())) : Optional.empty();
  }

  /** A slot, or the flag that it follows. */
  Slot slot(Slot slot) {
    Flag flag = slot instanceof Trait ? flags.get(slot.name()) : null;
    return flag == null ? slot : flag;
  }

  /** An expression with all that is decided worked in; parts that then say nothing are left out. */
  public Expression of(Expression expression) {
    if (expression instanceof Expression.Not not) {
      return not(of(not.part()));
    }
    if (expression instanceof Expression.And and) {
      return all(each(and.parts()));
    }
    if (expression instanceof Expression.Or or) {
      return any(each(or.parts()));
    }
    if (expression instanceof Expression.Implies implies) {
      return implies(each(implies.parts()));
    }
    if (expression instanceof Expression.Within within) {
      return within(within);
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(compared);
    }
    if (expression instanceof Expression.Defined defined) {
      Expression meaning = meaning(defined.definition());
      return meaning instanceof Expression.Literally
          ? meaning
          : new Expression.Defined(new Definition(
              defined.definition().name(),
              meaning,
              defined.definition().doc(),
              defined.definition().at()));
    }
    return expression;
  }

  /** What a definition says; those that it names come first, however deep they go. */
  private Expression meaning(Definition wanted) {
    Deque<Definition> open = new ArrayDeque<>();
    open.push(wanted);
    while (!open.isEmpty()) {
      Definition top = open.peek();
      int before = open.size();
      if (!definitions.containsKey(top.name())) {
        for (Definition named : named(top.expression())) {
          if (!definitions.containsKey(named.name())) {
            open.push(named);
          }
        }
      }
      if (open.size() == before) {
        open.pop();
        if (!definitions.containsKey(top.name())) {
          definitions.put(top.name(), of(top.expression()));
        }
      }
    }
    return definitions.getOrDefault(wanted.name(), wanted.expression());
  }

  /** The definitions that an expression names itself. */
  public static List<Definition> named(Expression expression) {
    List<Definition> named = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<Expression> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      Expression each = open.pop();
      if (each instanceof Expression.Defined defined) {
        if (seen.add(defined.definition().name())) {
          named.add(defined.definition());
        }
      } else if (each instanceof Expression.Not not) {
        open.push(not.part());
      } else if (each instanceof Expression.And and) {
        and.parts().forEach(open::push);
      } else if (each instanceof Expression.Or or) {
        or.parts().forEach(open::push);
      } else if (each instanceof Expression.Implies implies) {
        implies.parts().forEach(open::push);
      }
    }
    return named;
  }

  private List<Expression> each(List<Expression> parts) {
    return parts.stream().map(this::of).toList();
  }

  private Expression within(Expression.Within within) {
    Optional<Value> value = value(within.term().slot());
    if (value.isPresent()) {
      return new Expression.Literally(within.values().contains(value.get()));
    }
    Slot slot = slot(within.term().slot());
    List<Value> values =
        slot.type().values().stream().filter(within.values()::contains).toList();
    // What an output shows may be none of its values, and then is in no set of them.
    boolean whole = values.size() == slot.type().size() && !(slot instanceof Observed);
    return whole || values.isEmpty()
        ? new Expression.Literally(whole)
        : new Expression.Within(new Expression.Term(slot, within.term().primed()), values);
  }

  private Expression compared(Expression.Compared compared) {
    Optional<Value> left = value(compared.left().slot());
    Optional<Value> right = value(compared.right().slot());
    Expression.Term one =
        new Expression.Term(slot(compared.left().slot()), compared.left().primed());
    Expression.Term other =
        new Expression.Term(slot(compared.right().slot()), compared.right().primed());
    if (left.isEmpty() && right.isEmpty()) {
      return new Expression.Compared(one, compared.comparator(), other);
    }
    List<Value> lefts = left.map(List::of).orElse(one.slot().type().values());
    List<Value> rights = right.map(List::of).orElse(other.slot().type().values());
    List<Value> fit = new ArrayList<>();
    for (Value first : lefts) {
      for (Value second : rights) {
        if (holds(compared, first, second)) {
          fit.add(left.isEmpty() ? first : second);
        }
      }
    }
    if (left.isPresent() && right.isPresent()) {
      return new Expression.Literally(!fit.isEmpty());
    }
    Expression.Term open = left.isEmpty() ? one : other;
    if (open.slot() instanceof Observed
        && compared.comparator() == Expression.Comparator.DIFFERENT) {
      Value value = left.isPresent() ? left.get() : right.orElseThrow();
      return not(within(new Expression.Within(open, List.of(value))));
    }
    return within(new Expression.Within(open, fit));
  }

  private static boolean holds(Expression.Compared compared, Value left, Value right) {
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
  private static Optional<Integer> order(Expression.Compared compared, Value left, Value right) {
    if (left.isNumber() && right.isNumber()) {
      return Optional.of(Integer.compare(left.number(), right.number()));
    }
    int first = compared.left().slot().type().position(left);
    int second = compared.left().slot().type().position(right);
    return first < 0 || second < 0 ? Optional.empty() : Optional.of(Integer.compare(first, second));
  }

  // --- Connectives, as short as they can be said
  // ---------------------------------------------------

  static Expression not(Expression part) {
    if (part instanceof Expression.Literally literally) {
      return new Expression.Literally(!literally.truth());
    }
    return part instanceof Expression.Not not ? not.part() : new Expression.Not(part);
  }

  static Expression all(List<Expression> parts) {
    return joined(parts, true);
  }

  static Expression any(List<Expression> parts) {
    return joined(parts, false);
  }

  private static Expression joined(List<Expression> parts, boolean all) {
    List<Expression> left = new ArrayList<>();
    for (Expression part : parts) {
      if (part instanceof Expression.Literally literally) {
        if (literally.truth() != all) {
          return part;
        }
      } else if (all && part instanceof Expression.And and) {
        left.addAll(and.parts());
      } else if (!all && part instanceof Expression.Or or) {
        left.addAll(or.parts());
      } else {
        left.add(part);
      }
    }
    if (left.isEmpty()) {
      return new Expression.Literally(all);
    }
    return left.size() == 1
        ? left.get(0)
        : all ? new Expression.And(left) : new Expression.Or(left);
  }

  private static Expression implies(List<Expression> parts) {
    Expression last = parts.get(parts.size() - 1);
    List<Expression> premises = new ArrayList<>();
    for (Expression premise : parts.subList(0, parts.size() - 1)) {
      if (premise instanceof Expression.Literally literally) {
        if (!literally.truth()) {
          return new Expression.Literally(true);
        }
      } else {
        premises.add(premise);
      }
    }
    if (premises.isEmpty()) {
      return last;
    }
    if (last instanceof Expression.Literally literally) {
      return literally.truth() ? last : not(all(premises));
    }
    premises.add(last);
    return new Expression.Implies(premises);
  }

  /** An expression as conjuncts; one that always holds is none. */
  public static List<Expression> conjuncts(Expression expression) {
    if (expression instanceof Expression.And and) {
      return and.parts();
    }
    return expression instanceof Expression.Literally literally && literally.truth()
        ? List.of()
        : List.of(expression);
  }
}
