package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Variable;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.Comparator;
import dev.foliospec.syntax.ExpressionSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.TermSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds boolean expressions, each in the place where it stands. */
final class Expressions {
  /** Where an expression stands, which says what it may read. */
  enum Place {
    /** A table's {@code where}, or a cell under {@code when}. */
    ROW,
    /** A definition. */
    DEFINITION,
    /** An event's {@code only when}. */
    ONLY_WHEN,
    /** An effect's {@code ensures}: primed variables too. */
    ENSURES,
    /** An {@code init}: flags and traits alone. */
    INIT
  }

  private final Scope scope;
  private final Reporter report;
  private final Values values;

  Expressions(Scope scope, Reporter report) {
    this.scope = scope;
    this.report = report;
    this.values = new Values(scope, report);
  }

  /**
   * An expression with its names bound; empty where something in it is wrong.
   *
   * @param parameters the parameters that it may read, by name
   */
  Optional<Expression> bind(
      ExpressionSyntax written, Place place, Map<String, Parameter> parameters) {
    return new Binding(place, parameters).expression(written);
  }

  private final class Binding {
    private final Place place;
    private final Map<String, Parameter> parameters;

    Binding(Place place, Map<String, Parameter> parameters) {
      this.place = place;
      this.parameters = parameters;
    }

    Optional<Expression> expression(ExpressionSyntax written) {
      if (written instanceof ExpressionSyntax.Implies implies) {
        return parts(implies.parts()).map(Expression.Implies::new);
      }
      if (written instanceof ExpressionSyntax.Or or) {
        return parts(or.parts()).map(Expression.Or::new);
      }
      if (written instanceof ExpressionSyntax.And and) {
        return parts(and.parts()).map(Expression.And::new);
      }
      if (written instanceof ExpressionSyntax.Not not) {
        return expression(not.part()).map(Expression.Not::new);
      }
      if (written instanceof ExpressionSyntax.Compared compared) {
        return compared(compared);
      }
      if (written instanceof ExpressionSyntax.Among among) {
        return term(among.term())
            .flatMap(term -> values
                .several(among.items(), term.slot().type(), of(term.slot()))
                .map(chosen -> new Expression.Within(term, chosen)));
      }
      if (written instanceof ExpressionSyntax.InNamed in) {
        return term(in.term())
            .flatMap(term -> values
                .named(in.name(), term.slot().type())
                .map(chosen -> new Expression.Within(term, chosen)));
      }
      if (written instanceof ExpressionSyntax.Bare bare) {
        return bare(bare);
      }
      report.report(Diagnostic.of(
              Rule.WRONG_KIND, written.at(), "this kind of condition belongs in a property")
          .withNote("it speaks about a whole transition, or about several indices"));
      return Optional.empty();
    }

    private Optional<List<Expression>> parts(List<ExpressionSyntax> written) {
      List<Expression> bound = new ArrayList<>();
      for (ExpressionSyntax each : written) {
        expression(each).ifPresent(bound::add);
      }
      return bound.size() == written.size() ? Optional.of(bound) : Optional.empty();
    }

    private Optional<Expression> bare(ExpressionSyntax.Bare bare) {
      if (!(bare.term() instanceof TermSyntax.Named named)) {
        report.report(
            Rule.WRONG_KIND, bare.at(), "a number is not a condition; compare it with another");
        return Optional.empty();
      }
      Object meaning = parameters.containsKey(named.name().text())
          ? parameters.get(named.name().text())
          : scope.meaning(named.name().text()).orElse(null);
      if (meaning instanceof Definition definition && !named.primed()) {
        return Optional.of(new Expression.Defined(definition));
      }
      if (meaning instanceof Slot slot) {
        report.report(Diagnostic.of(
                Rule.WRONG_KIND,
                bare.at(),
                "`" + named.name() + "` is a " + Scope.kind(slot) + ", not a condition")
            .withHelp("compare it with one of its values, as in `" + example(slot) + "`"));
        return Optional.empty();
      }
      if (meaning != null) {
        report.report(
            Rule.WRONG_KIND,
            bare.at(),
            "`" + named.name() + "` is a " + Scope.kind(meaning) + ", not a condition");
        return Optional.empty();
      }
      report.unknown(named.name(), "definition", scope.names(Definition.class));
      return Optional.empty();
    }

    private String example(Slot slot) {
      return slot.name() + " = "
          + (slot.type().size() == 0 ? "..." : slot.type().values().get(0));
    }

    private Optional<Expression> compared(ExpressionSyntax.Compared written) {
      boolean left = isSlot(written.left());
      boolean right = isSlot(written.right());
      if (left && right) {
        return slots(written);
      }
      if (right && written.left() instanceof TermSyntax.Named constant) {
        return constant(written.right(), turned(written.comparator()), constant.name());
      }
      if (written.right() instanceof TermSyntax.Named constant) {
        return constant(written.left(), written.comparator(), constant.name());
      }
      report.report(Rule.WRONG_KIND, written.at(), "counting over an index belongs in a property");
      return Optional.empty();
    }

    private Optional<Expression> slots(ExpressionSyntax.Compared written) {
      Optional<Expression.Term> left = term(written.left());
      Optional<Expression.Term> right = term(written.right());
      if (left.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      Slot a = left.get().slot();
      Slot b = right.get().slot();
      if (a.type().values().stream().noneMatch(b.type()::has)) {
        nothingInCommon(written.at(), a, b);
        return Optional.empty();
      }
      boolean orderly =
          written.comparator() != Comparator.EQUAL && written.comparator() != Comparator.DIFFERENT;
      if (orderly && !(a.type().ordered() && b.type().ordered())) {
        values.notOrdered(written.at(), of(a.type().ordered() ? b : a));
        return Optional.empty();
      }
      return Optional.of(
          new Expression.Compared(left.get(), meant(written.comparator()), right.get()));
    }

    private Optional<Expression> constant(TermSyntax read, Comparator comparator, Name constant) {
      return term(read)
          .flatMap(term -> values
              .compared(comparator, constant, term.slot().type(), of(term.slot()))
              .map(chosen -> new Expression.Within(term, chosen)));
    }

    private boolean isSlot(TermSyntax term) {
      return !(term instanceof TermSyntax.Named named)
          || parameters.containsKey(named.name().text())
          || scope.slot(key(named)).isPresent()
          || named.index().isPresent()
          || named.primed();
    }

    private String key(TermSyntax.Named named) {
      return named
          .index()
          .map(i -> named.name() + "[" + i + "]")
          .orElse(named.name().text());
    }

    private Optional<Expression.Term> term(TermSyntax written) {
      if (!(written instanceof TermSyntax.Named named)) {
        report.report(
            Rule.WRONG_KIND, written.at(), "counting over an index belongs in a property");
        return Optional.empty();
      }
      Parameter parameter = parameters.get(named.name().text());
      if (parameter != null) {
        return Optional.of(new Expression.Term(parameter, false));
      }
      Name name = new Name(key(named), named.at());
      Optional<Slot> slot = scope.slot(name.text());
      if (slot.isEmpty()) {
        Object other = scope.meaning(name.text()).orElse(null);
        if (other != null) {
          report.report(
              Rule.WRONG_KIND,
              name.at(),
              "`" + name + "` is a " + Scope.kind(other) + ", which has no value to compare");
        } else {
          report.unknown(
              name, "variable", scope.names(Variable.class, Flag.class, Trait.class, Chance.class));
        }
        return Optional.empty();
      }
      return allowed(slot.get(), named)
          ? Optional.of(new Expression.Term(slot.get(), named.primed()))
          : Optional.empty();
    }

    private boolean allowed(Slot slot, TermSyntax.Named named) {
      Span at = named.at();
      if (slot instanceof Parameter) {
        report.report(Diagnostic.of(
                Rule.PARAMETER_NOT_SHARED,
                at,
                "the parameter `" + slot.name() + "` cannot be read here")
            .withNote("not every event that this is about has it"));
        return false;
      }
      if (slot instanceof Trait trait && trait.effects()) {
        report.report(
            Rule.WRONG_KIND, at, "`" + slot.name() + "` is a list of effects, not a value");
        return false;
      }
      if (named.primed() && (place != Place.ENSURES || !(slot instanceof Variable))) {
        report.report(Diagnostic.of(Rule.CELL_NOT_ALLOWED, at, "a primed name has no value here")
            .withNote("conditions are asked before the event"));
        return false;
      }
      if (place == Place.INIT && !(slot instanceof Flag || slot instanceof Trait)) {
        report.report(
            Rule.WRONG_KIND,
            at,
            "an `init` reads flags and traits; `" + slot.name() + "` is a " + Scope.kind(slot));
        return false;
      }
      boolean unknowable = place == Place.ONLY_WHEN
          && (slot instanceof Chance
              || (slot instanceof Variable variable
                  && variable.hidden()
                  && variable.actor().isEmpty()));
      if (unknowable) {
        report.report(
            Rule.READS_HIDDEN,
            at,
            "`only when` reads `" + slot.name() + "`, which nobody knows beforehand");
        return false;
      }
      return true;
    }
  }

  void nothingInCommon(Span at, Slot a, Slot b) {
    report.report(Diagnostic.of(
            Rule.NOTHING_IN_COMMON,
            at,
            "`" + a.name() + "` and `" + b.name() + "` can never be equal")
        .withNote("`" + a.name() + "` is " + a.type().spelled())
        .withNote("`" + b.name() + "` is " + b.type().spelled()));
  }

  /** A type as messages call it: by its name, or by the slot that has it. */
  static String of(Slot slot) {
    return slot.type().name().map(name -> "`" + name + "`").orElse("`" + slot.name() + "`");
  }

  /** A type as messages call it: by its name as it was written. */
  static String of(Type type, Name written) {
    return "`" + type.name().orElse(written.text()) + "`";
  }

  private static Comparator turned(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> Comparator.EQUAL;
      case DIFFERENT -> Comparator.DIFFERENT;
      case LESS -> Comparator.MORE;
      case AT_MOST -> Comparator.AT_LEAST;
      case MORE -> Comparator.LESS;
      case AT_LEAST -> Comparator.AT_MOST;
    };
  }

  private static Expression.Comparator meant(Comparator comparator) {
    return switch (comparator) {
      case EQUAL -> Expression.Comparator.EQUAL;
      case DIFFERENT -> Expression.Comparator.DIFFERENT;
      case LESS -> Expression.Comparator.LESS;
      case AT_MOST -> Expression.Comparator.AT_MOST;
      case MORE -> Expression.Comparator.MORE;
      case AT_LEAST -> Expression.Comparator.AT_LEAST;
    };
  }
}
