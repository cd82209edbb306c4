package dev.foliospec.resolve;

import dev.foliospec.syntax.ExpressionSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.TermSyntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The bare names in an expression: those that could be definitions. */
final class Mentions {
  private Mentions() {}

  static List<Name> bare(ExpressionSyntax expression) {
    List<Name> found = new ArrayList<>();
    Deque<ExpressionSyntax> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      ExpressionSyntax each = open.pop();
      if (each instanceof ExpressionSyntax.Implies implies) {
        implies.parts().forEach(open::push);
      } else if (each instanceof ExpressionSyntax.Or or) {
        or.parts().forEach(open::push);
      } else if (each instanceof ExpressionSyntax.And and) {
        and.parts().forEach(open::push);
      } else if (each instanceof ExpressionSyntax.Not not) {
        open.push(not.part());
      } else if (each instanceof ExpressionSyntax.Bare bare
          && bare.term() instanceof TermSyntax.Named named) {
        found.add(named.name());
      }
    }
    return found;
  }
}
