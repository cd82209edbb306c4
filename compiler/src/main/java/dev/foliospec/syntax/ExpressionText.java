package dev.foliospec.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Prints conditions, with as few parentheses as keep their tree. */
public final class ExpressionText {
  /** How tightly an expression binds; parentheses go round what binds looser than its place asks. */
  private enum Binding {
    IMPLICATION,
    DISJUNCTION,
    CONJUNCTION,
    PREFIX,
    CONDITION
  }

  private ExpressionText() {}

  /** An expression as it is written. */
  public static String of(ExpressionSyntax expression) {
    return text(expression, Binding.IMPLICATION);
  }

  private static String text(ExpressionSyntax expression, Binding place) {
    Binding own = binding(expression);
    String text = bare(expression);
    return own.compareTo(place) < 0 ? "(" + text + ")" : text;
  }

  private static Binding binding(ExpressionSyntax expression) {
    if (expression instanceof ExpressionSyntax.Implies) {
      return Binding.IMPLICATION;
    }
    if (expression instanceof ExpressionSyntax.Or) {
      return Binding.DISJUNCTION;
    }
    if (expression instanceof ExpressionSyntax.And) {
      return Binding.CONJUNCTION;
    }
    return expression instanceof ExpressionSyntax.Not
            || expression instanceof ExpressionSyntax.Quantified
        ? Binding.PREFIX
        : Binding.CONDITION;
  }

  private static String bare(ExpressionSyntax expression) {
    if (expression instanceof ExpressionSyntax.Implies chain) {
      return chain(chain.parts(), " implies ", Binding.DISJUNCTION);
    }
    if (expression instanceof ExpressionSyntax.Or chain) {
      return chain(chain.parts(), " or ", Binding.CONJUNCTION);
    }
    if (expression instanceof ExpressionSyntax.And chain) {
      return chain(chain.parts(), " and ", Binding.PREFIX);
    }
    if (expression instanceof ExpressionSyntax.Not not) {
      return "not " + text(not.part(), Binding.PREFIX);
    }
    if (expression instanceof ExpressionSyntax.Quantified quantified) {
      return (quantified.every() ? "every " : "some ")
          + quantified.index()
          + ": "
          + text(quantified.body(), Binding.PREFIX);
    }
    return condition(expression);
  }

  private static String chain(List<ExpressionSyntax> parts, String between, Binding place) {
    return parts.stream().map(part -> text(part, place)).collect(Collectors.joining(between));
  }

  private static String condition(ExpressionSyntax expression) {
    if (expression instanceof ExpressionSyntax.Compared compared) {
      return term(compared.left())
          + " "
          + compared.comparator().sign()
          + " "
          + term(compared.right());
    }
    if (expression instanceof ExpressionSyntax.Among among) {
      return term(among.term()) + " in {" + CellText.items(among.items()) + "}";
    }
    if (expression instanceof ExpressionSyntax.InNamed in) {
      return term(in.term()) + " in " + in.name();
    }
    if (expression instanceof ExpressionSyntax.EffectsInclude include) {
      return "effects include " + include.effect();
    }
    if (expression instanceof ExpressionSyntax.EffectsOrder order) {
      return "effects order " + order.first() + " < " + order.second();
    }
    if (expression instanceof ExpressionSyntax.Unchanged unchanged) {
      return "unchanged " + CellText.names(unchanged.names());
    }
    return term(((ExpressionSyntax.Bare) expression).term());
  }

  private static String term(TermSyntax term) {
    if (term instanceof TermSyntax.Named named) {
      return named.name()
          + named.index().map(index -> "[" + index + "]").orElse("")
          + (named.primed() ? "'" : "");
    }
    TermSyntax.Count count = (TermSyntax.Count) term;
    return "(number " + count.index() + ": " + of(count.body()) + ")";
  }
}
