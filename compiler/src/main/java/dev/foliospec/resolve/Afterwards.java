package dev.foliospec.resolve;

import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
      if (moves(within.term())) {
        return picked(within.term(), term -> of(new Expression.Within(term, within.values())));
      }
      return new Expression.Within(of(within.term()), within.values());
    }
    if (before instanceof Expression.Compared compared) {
      if (moves(compared.left())) {
        return picked(
            compared.left(),
            term -> of(new Expression.Compared(term, compared.comparator(), compared.right())));
      }
      if (moves(compared.right())) {
        return picked(
            compared.right(),
            term -> of(new Expression.Compared(compared.left(), compared.comparator(), term)));
      }
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

  /** Whether a term is an element that a variable picks, which may pick another afterwards. */
  private static boolean moves(Expression.Term term) {
    return term.slot() instanceof Element element && element.index() instanceof Variable;
  }

  /** What is said of an element, index by index: an index on its own means the state before. */
  private static Expression picked(
      Expression.Term term, Function<Expression.Term, Expression> said) {
    Element element = (Element) term.slot();
    List<Expression> cases = new ArrayList<>();
    for (Value key : element.index().type().values()) {
      Variable picked = element.at(key).orElseThrow();
      cases.add(new Expression.And(List.of(
          new Expression.Within(new Expression.Term(element.index(), true), List.of(key)),
          said.apply(new Expression.Term(picked, false)))));
    }
    return new Expression.Or(cases);
  }

  private static Expression.Term of(Expression.Term term) {
    boolean changes = term.slot() instanceof Variable
        || term.slot() instanceof Element
        || term.slot() instanceof Ghost;
    return new Expression.Term(term.slot(), changes);
  }
}
