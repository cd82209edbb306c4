package dev.foliospec.syntax;

import java.util.List;

/** Expressions in their canonical writing, with no more parentheses than they need. */
public final class ExpressionPrinter {
  private static final int IMPLIES = 1;
  private static final int OR = 2;
  private static final int AND = 3;
  private static final int NOT = 4;
  private static final int ATOM = 5;

  private ExpressionPrinter() {}

  /** An expression as the formatter writes it. */
  public static String print(ExpressionSyntax expression) {
    StringBuilder text = new StringBuilder();
    print(expression, 0, text);
    return text.toString();
  }

  private static int strength(ExpressionSyntax expression) {
    if (expression instanceof ExpressionSyntax.Implies
        || expression instanceof ExpressionSyntax.Quantified) {
      return IMPLIES;
    }
    if (expression instanceof ExpressionSyntax.Or) {
      return OR;
    }
    if (expression instanceof ExpressionSyntax.And) {
      return AND;
    }
    return expression instanceof ExpressionSyntax.Not ? NOT : ATOM;
  }

  private static void print(ExpressionSyntax expression, int least, StringBuilder text) {
    int strength = strength(expression);
    boolean bracketed = strength < least;
    if (bracketed) {
      text.append('(');
    }
    if (expression instanceof ExpressionSyntax.Implies implies) {
      chain(implies.parts(), " implies ", strength + 1, text);
    } else if (expression instanceof ExpressionSyntax.Or or) {
      chain(or.parts(), " or ", strength + 1, text);
    } else if (expression instanceof ExpressionSyntax.And and) {
      chain(and.parts(), " and ", strength + 1, text);
    } else if (expression instanceof ExpressionSyntax.Not not) {
      text.append("not ");
      print(not.part(), NOT, text);
    } else if (expression instanceof ExpressionSyntax.Quantified quantified) {
      text.append(quantified.every() ? "every " : "some ")
          .append(quantified.index().text());
      text.append(": ");
      print(quantified.body(), IMPLIES, text);
    } else {
      atom(expression, text);
    }
    if (bracketed) {
      text.append(')');
    }
  }

  private static void chain(
      List<ExpressionSyntax> parts, String sign, int least, StringBuilder text) {
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        text.append(sign);
      }
      print(parts.get(i), least, text);
    }
  }

  private static void atom(ExpressionSyntax expression, StringBuilder text) {
    if (expression instanceof ExpressionSyntax.Compared compared) {
      term(compared.left(), text);
      text.append(' ').append(compared.comparator().sign()).append(' ');
      term(compared.right(), text);
    } else if (expression instanceof ExpressionSyntax.Among among) {
      term(among.term(), text);
      text.append(" in {").append(CellPrinter.items(among.items())).append('}');
    } else if (expression instanceof ExpressionSyntax.InNamed in) {
      term(in.term(), text);
      text.append(" in ").append(in.name().text());
    } else if (expression instanceof ExpressionSyntax.Bare bare) {
      term(bare.term(), text);
    } else if (expression instanceof ExpressionSyntax.EffectsInclude include) {
      text.append("effects include ").append(include.effect().text());
    } else if (expression instanceof ExpressionSyntax.EffectsOrder order) {
      text.append("effects order ").append(order.first().text());
      text.append(" < ").append(order.second().text());
    } else if (expression instanceof ExpressionSyntax.Unchanged unchanged) {
      text.append("unchanged ").append(CellPrinter.names(unchanged.names()));
    }
  }

  private static void term(TermSyntax term, StringBuilder text) {
    if (term instanceof TermSyntax.Named named) {
      text.append(CellPrinter.reference(named.name(), named.index(), named.primed()));
    } else if (term instanceof TermSyntax.Count count) {
      text.append("number ").append(count.index().text()).append(": ");
      print(count.body(), IMPLIES, text);
    }
  }
}
