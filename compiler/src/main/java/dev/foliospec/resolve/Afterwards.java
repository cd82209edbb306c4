package dev.foliospec.resolve;

import dev.foliospec.model.Definition;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Definitions as they hold after an event: {@code pinned'}, each made once. */
final class Afterwards {
  private final Map<String, Definition> known = new HashMap<>();

  Definition of(Definition before) {
    Definition made = known.get(before.name());
    if (made == null) {
      made =
          new Definition(before.name() + "'", of(before.expression()), before.doc(), before.at());
      known.put(before.name(), made);
    }
    return made;
  }

  private Expression of(Expression before) {
    if (before instanceof Expression.Implies implies) {
      return new Expression.Implies(all(implies.parts()));
    }
    if (before instanceof Expression.Or or) {
      return new Expression.Or(all(or.parts()));
    }
    if (before instanceof Expression.And and) {
      return new Expression.And(all(and.parts()));
    }
    if (before instanceof Expression.Not not) {
      return new Expression.Not(of(not.part()));
    }
    if (before instanceof Expression.Within within) {
      return new Expression.Within(of(within.term()), within.values());
    }
    if (before instanceof Expression.Compared compared) {
      return new Expression.Compared(
          of(compared.left()), compared.comparator(), of(compared.right()));
    }
    return before instanceof Expression.Defined defined
        ? new Expression.Defined(of(defined.definition()))
        : before;
  }

  private List<Expression> all(List<Expression> parts) {
    return parts.stream().map(this::of).toList();
  }

  private static Expression.Term of(Expression.Term term) {
    boolean changes = term.slot() instanceof Variable || term.slot() instanceof Ghost;
    return new Expression.Term(term.slot(), changes);
  }
}
