package dev.foliospec.check;

import dev.foliospec.model.Expression;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The terms of an expression in the order of writing, those of definitions where they are named. */
final class Terms {
  private final List<Expression.Term> terms = new ArrayList<>();
  private final Set<String> definitions = new HashSet<>();

  private Terms() {}

  static List<Expression.Term> of(Expression expression) {
    Terms all = new Terms();
    all.add(expression);
    return all.terms;
  }

  private void add(Expression expression) {
    if (expression instanceof Expression.Within within) {
      terms.add(within.term());
    } else if (expression instanceof Expression.Compared compared) {
      terms.add(compared.left());
      terms.add(compared.right());
    } else if (expression instanceof Expression.Not not) {
      add(not.part());
    } else if (expression instanceof Expression.And and) {
      and.parts().forEach(this::add);
    } else if (expression instanceof Expression.Or or) {
      or.parts().forEach(this::add);
    } else if (expression instanceof Expression.Implies implies) {
      implies.parts().forEach(this::add);
    } else if (expression instanceof Expression.Defined defined
        && definitions.add(defined.definition().name())) {
      add(defined.definition().expression());
    }
  }
}
