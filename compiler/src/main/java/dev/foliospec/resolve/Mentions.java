package dev.foliospec.resolve;

import dev.foliospec.syntax.ExpressionSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.TermSyntax;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Names in an expression, before any of them is bound. */
final class Mentions {
  private Mentions() {}

  /** The bare names: those that could be definitions. */
  static List<Name> bare(ExpressionSyntax expression) {
    List<Name> found = new ArrayList<>();
    Deque<ExpressionSyntax> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      ExpressionSyntax each = open.pop();
      if (connects(each, open)) {
        continue;
      }
      if (each instanceof ExpressionSyntax.Quantified quantified) {
        open.push(quantified.body());
      } else if (each instanceof ExpressionSyntax.Compared compared) {
        count(compared.left(), open);
        count(compared.right(), open);
      } else if (each instanceof ExpressionSyntax.Bare bare
          && bare.term() instanceof TermSyntax.Named named) {
        found.add(named.name());
      }
    }
    return found;
  }

  /** Goes on into the parts of a connective; whether the expression is one. */
  private static boolean connects(ExpressionSyntax expression, Deque<ExpressionSyntax> open) {
    if (expression instanceof ExpressionSyntax.Implies implies) {
      implies.parts().forEach(open::push);
    } else if (expression instanceof ExpressionSyntax.Or or) {
      or.parts().forEach(open::push);
    } else if (expression instanceof ExpressionSyntax.And and) {
      and.parts().forEach(open::push);
    } else if (expression instanceof ExpressionSyntax.Not not) {
      open.push(not.part());
    } else {
      return false;
    }
    return true;
  }

  private static void count(TermSyntax term, Deque<ExpressionSyntax> open) {
    if (term instanceof TermSyntax.Count count) {
      open.push(count.body());
    }
  }

  /** The variables that an index picks, such as {@code x} in {@code x[g]}. */
  static List<Name> indexed(ExpressionSyntax expression, String index) {
    List<Name> found = new ArrayList<>();
    Deque<ExpressionSyntax> open = new ArrayDeque<>();
    open.push(expression);
    while (!open.isEmpty()) {
      ExpressionSyntax each = open.pop();
      if (connects(each, open)) {
        continue;
      }
      if (each instanceof ExpressionSyntax.Quantified quantified) {
        if (!quantified.index().text().equals(index)) {
          open.push(quantified.body());
        }
      } else if (each instanceof ExpressionSyntax.Compared compared) {
        indexed(compared.left(), index, open, found);
        indexed(compared.right(), index, open, found);
      } else if (each instanceof ExpressionSyntax.Among among) {
        indexed(among.term(), index, open, found);
      } else if (each instanceof ExpressionSyntax.InNamed in) {
        indexed(in.term(), index, open, found);
      }
    }
    return found;
  }

  private static void indexed(
      TermSyntax term, String index, Deque<ExpressionSyntax> open, List<Name> found) {
    if (term instanceof TermSyntax.Count count) {
      if (!count.index().text().equals(index)) {
        open.push(count.body());
      }
    } else if (term instanceof TermSyntax.Named named
        && named.index().filter(each -> each.text().equals(index)).isPresent()) {
      found.add(named.name());
    }
  }
}
