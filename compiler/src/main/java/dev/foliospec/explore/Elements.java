package dev.foliospec.explore;

import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Takes comparisons of elements apart: {@code guest[gfn] = owned} is {@code gfn = a and guest[a] =
 * owned or gfn = b and guest[b] = owned}. What is compiled over frames knows variables alone.
 */
public final class Elements {
  private Elements() {}

  /** A comparison, index by index where it reads an element; anything else as it is. */
  public static Expression apart(Expression expression) {
    if (expression instanceof Expression.Within within && within.term().slot() instanceof Element) {
      return each(within.term(), term -> new Expression.Within(term, within.values()));
    }
    if (expression instanceof Expression.Compared compared) {
      if (compared.left().slot() instanceof Element) {
        return each(
            compared.left(),
            term -> apart(new Expression.Compared(term, compared.comparator(), compared.right())));
      }
      if (compared.right().slot() instanceof Element) {
        return each(
            compared.right(),
            term -> new Expression.Compared(compared.left(), compared.comparator(), term));
      }
    }
    return expression;
  }

  private static Expression each(Expression.Term term, Function<Expression.Term, Expression> said) {
    Element element = (Element) term.slot();
    List<Expression> cases = new ArrayList<>();
    for (Value key : element.index().type().values()) {
      Variable picked = element.at(key).orElseThrow();
      Expression.Term index = new Expression.Term(element.index(), false);
      cases.add(new Expression.And(List.of(
          new Expression.Within(index, List.of(key)),
          said.apply(new Expression.Term(picked, term.primed())))));
    }
    return new Expression.Or(cases);
  }
}
