package dev.foliospec.generator.rows;

import dev.foliospec.model.Expression;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The values that slots may still have after some conjuncts. Only comparisons with values count, so a
 * contradiction may go unnoticed, but none is seen where there is none.
 */
final class Known {
  private final Map<String, Set<Value>> possible;

  private Known(Map<String, Set<Value>> possible) {
    this.possible = possible;
  }

  static Known nothing() {
    return new Known(Map.of());
  }

  /** What is known after some more conjuncts. */
  Known and(List<Expression> conjuncts) {
    Map<String, Set<Value>> more = new HashMap<>(possible);
    for (Expression each : conjuncts) {
      add(each, true, more);
    }
    return new Known(more);
  }

  private static void add(Expression expression, boolean truth, Map<String, Set<Value>> to) {
    if (expression instanceof Expression.Not not) {
      add(not.part(), !truth, to);
    } else if (expression instanceof Expression.And and && truth) {
      and.parts().forEach(part -> add(part, true, to));
    } else if (expression instanceof Expression.Or or && !truth) {
      or.parts().forEach(part -> add(part, false, to));
    } else if (expression instanceof Expression.Within within) {
      Slot slot = within.term().slot();
      Set<Value> here = to.getOrDefault(slot.name(), Set.copyOf(slot.type().values()));
      Set<Value> left = new HashSet<>(here);
      left.removeIf(value -> within.values().contains(value) != truth);
      to.put(slot.name(), left);
    }
  }

  /** Whether no slot is left without a value. */
  boolean consistent() {
    return possible.values().stream().noneMatch(Set::isEmpty);
  }

  /** Whether an expression cannot hold. */
  boolean excludes(Expression expression) {
    if (expression instanceof Expression.Literally literally) {
      return !literally.truth();
    }
    if (expression instanceof Expression.Not not) {
      return implied(not.part());
    }
    if (expression instanceof Expression.And and) {
      return !and(and.parts()).consistent() || and.parts().stream().anyMatch(this::excludes);
    }
    if (expression instanceof Expression.Or or) {
      return or.parts().stream().allMatch(this::excludes);
    }
    if (expression instanceof Expression.Within) {
      return !and(List.of(expression)).consistent();
    }
    return false;
  }

  /** Whether an expression must hold. */
  boolean implied(Expression expression) {
    if (expression instanceof Expression.Literally literally) {
      return literally.truth();
    }
    if (expression instanceof Expression.Not not) {
      return excludes(not.part());
    }
    if (expression instanceof Expression.And and) {
      return and.parts().stream().allMatch(this::implied);
    }
    if (expression instanceof Expression.Or or) {
      return or.parts().stream().anyMatch(this::implied);
    }
    if (expression instanceof Expression.Within within) {
      Set<Value> here = possible.get(within.term().slot().name());
      return here != null && within.values().containsAll(here);
    }
    return false;
  }
}
