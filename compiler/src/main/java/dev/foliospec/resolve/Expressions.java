package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Observed;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.Comparator;
import dev.foliospec.syntax.ExpressionSyntax;
import dev.foliospec.syntax.ItemSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.TermSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
    INIT,
    /** A property's {@code where}: flags and traits alone. */
    WHERE,
    /** A property of states: ghosts too. */
    STATE,
    /** A property of transitions: primed names, ghosts, the answer, outputs and effects too. */
    TRANSITION;

    boolean ofProperty() {
      return this == STATE || this == TRANSITION;
    }
  }

  /** What {@code number} counts over at most: the conditions that it stands for grow with it. */
  private static final int MOST_COUNTED = 12;

  /** How many conditions nested quantifiers may stand for. */
  private static final int MOST_SPREAD = 65_536;

  private final Scope scope;
  private final Reporter report;
  private final Values values;
  private final Indices picks;

  Expressions(Scope scope, Reporter report) {
    this.scope = scope;
    this.report = report;
    this.values = new Values(scope, report);
    this.picks = new Indices(scope, report);
  }

  /**
   * An expression with its names bound; empty where something in it is wrong.
   *
   * @param parameters the parameters that it may read, by name
   */
  Optional<Expression> bind(
      ExpressionSyntax written, Place place, Map<String, Parameter> parameters) {
    return bind(written, place, parameters, Map.of());
  }

  /**
   * As {@link #bind(ExpressionSyntax, Place, Map)}, for what speaks of transitions.
   *
   * @param outputs the outputs that it may read, by name
   */
  Optional<Expression> bind(
      ExpressionSyntax written,
      Place place,
      Map<String, Parameter> parameters,
      Map<String, Observed> outputs) {
    return new Binding(place, parameters, outputs).expression(written);
  }

  private final class Binding {
    private final Place place;
    private final Map<String, Parameter> parameters;
    private final Map<String, Observed> outputs;

    /** What the indices of the quantifiers around stand for. */
    private final Map<String, Value> indices = new LinkedHashMap<>();

    /** For how many conditions the quantifiers around stand. */
    private long spread = 1;

    Binding(Place place, Map<String, Parameter> parameters, Map<String, Observed> outputs) {
      this.place = place;
      this.parameters = parameters;
      this.outputs = outputs;
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
      if (written instanceof ExpressionSyntax.Quantified quantified) {
        return quantified(quantified);
      }
      if (written instanceof ExpressionSyntax.Among among) {
        return isAnswer(among.term()) ? answers(among) : among(among);
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
      if (place == Place.TRANSITION) {
        return ofTransition(written);
      }
      report.report(Diagnostic.of(
              Rule.WRONG_KIND,
              written.at(),
              place.ofProperty()
                  ? "this kind of condition belongs behind `after`"
                  : "this kind of condition belongs in a property")
          .withNote("it speaks about a whole transition"));
      return Optional.empty();
    }

    private Optional<Expression> among(ExpressionSyntax.Among among) {
      List<ItemSyntax> items = among.items().stream().map(this::settled).toList();
      Value index = index(among.term());
      if (index != null) {
        Type type = new Type(Optional.empty(), List.of(index), false, List.of());
        return Optional.of(new Expression.Literally(items.stream()
            .anyMatch(item -> item.high().isEmpty() && type.has(Values.of(item.low())))));
      }
      Optional<Expression.Term> bound = term(among.term());
      if (bound.isPresent() && !tellsApart()) {
        items.forEach(each -> values.named(each.low(), bound.get().slot().type(), false));
      }
      return bound.flatMap(term -> values
          .several(items, term.slot().type(), of(term.slot()))
          .map(chosen -> new Expression.Within(term, chosen)));
    }

    private ItemSyntax settled(ItemSyntax item) {
      Value index = indices.get(item.low().text());
      return index == null
          ? item
          : new ItemSyntax(new Name(index.name(), item.low().at()), item.high());
    }

    // --- What is said of transitions ---

    private Optional<Expression> ofTransition(ExpressionSyntax written) {
      if (written instanceof ExpressionSyntax.EffectsInclude include) {
        return effect(include.effect()).map(Expression.Includes::new);
      }
      if (written instanceof ExpressionSyntax.EffectsOrder order) {
        Optional<String> first = effect(order.first());
        Optional<String> second = effect(order.second());
        return first.isPresent() && second.isPresent()
            ? Optional.of(new Expression.Ordered(first.get(), second.get()))
            : Optional.empty();
      }
      List<Expression> kept = new ArrayList<>();
      boolean whole = true;
      for (Name name : ((ExpressionSyntax.Unchanged) written).names()) {
        List<Slot> slots = variables(name);
        whole &= !slots.isEmpty();
        for (Slot slot : slots) {
          kept.add(new Expression.Compared(
              new Expression.Term(slot, true),
              Expression.Comparator.EQUAL,
              new Expression.Term(slot, false)));
        }
      }
      return whole ? Optional.of(new Expression.And(kept)) : Optional.empty();
    }

    /** The variable or ghost of a name; all of them where it is indexed. */
    private List<Slot> variables(Name name) {
      Object meaning = scope.meaning(name.text()).orElse(null);
      if (meaning instanceof Variable || meaning instanceof Ghost) {
        return List.of((Slot) meaning);
      }
      Optional<Type> over = scope.indexOf(name.text());
      if (over.isPresent()) {
        List<Slot> slots = new ArrayList<>();
        for (Value value : over.get().values()) {
          scope.slot(name + "[" + value + "]").ifPresent(slots::add);
        }
        return slots;
      }
      if (meaning != null) {
        report.report(
            Rule.WRONG_KIND,
            name.at(),
            "`" + name + "` is a " + Scope.kind(meaning) + "; only variables change");
      } else {
        report.unknown(name, "variable", scope.names(Variable.class, Ghost.class));
      }
      return List.of();
    }

    private Optional<String> effect(Name name) {
      if (scope.effect(name.text()).isPresent()) {
        return Optional.of(name.text());
      }
      report.unknown(name, "effect", scope.effects(), scope);
      return Optional.empty();
    }

    private boolean isAnswer(TermSyntax term) {
      return place == Place.TRANSITION
          && term instanceof TermSyntax.Named named
          && named.name().text().equals("answer")
          && named.index().isEmpty()
          && !named.primed()
          && scope.meaning("answer").isEmpty();
    }

    private Optional<Expression> answers(ExpressionSyntax.Among among) {
      List<String> answers = new ArrayList<>();
      for (ItemSyntax item : among.items()) {
        if (item.high().isPresent()) {
          values.notOrdered(item.at(), "`answer`");
        } else {
          answer(item.low()).ifPresent(answers::add);
        }
      }
      return answers.size() == among.items().size()
          ? Optional.of(new Expression.Answered(answers))
          : Optional.empty();
    }

    private Optional<Expression> answered(TermSyntax other, Comparator comparator) {
      if (!(other instanceof TermSyntax.Named named)) {
        report.report(Rule.WRONG_KIND, other.at(), "an answer is `ok` or an error, not a number");
        return Optional.empty();
      }
      if (comparator != Comparator.EQUAL && comparator != Comparator.DIFFERENT) {
        values.notOrdered(other.at(), "`answer`");
        return Optional.empty();
      }
      return answer(named.name()).map(answer -> {
        Expression answered = new Expression.Answered(List.of(answer));
        return comparator == Comparator.EQUAL ? answered : new Expression.Not(answered);
      });
    }

    private Optional<String> answer(Name word) {
      if (word.text().equals("ok") || scope.error(word.text()).isPresent()) {
        return Optional.of(word.text());
      }
      Set<String> known = new LinkedHashSet<>(scope.errors());
      known.add("ok");
      report.unknown(word, "error", known, scope);
      return Optional.empty();
    }

    // --- Quantifiers: worked out value by value ---

    private Optional<Expression> quantified(ExpressionSyntax.Quantified written) {
      return each(written.index(), written.body(), false)
          .map(parts -> written.every() ? new Expression.And(parts) : new Expression.Or(parts));
    }

    /** A condition once for each value of the type over which an index runs. */
    private Optional<List<Expression>> each(Name index, ExpressionSyntax body, boolean counting) {
      Optional<Type> over = over(index, body);
      if (over.isEmpty()) {
        return Optional.empty();
      }
      int size = over.get().size();
      if (counting && size > MOST_COUNTED) {
        report.report(
            Rule.TOO_MANY_VALUES,
            index.at(),
            "`number` counts over at most " + MOST_COUNTED + " values, here " + size);
        return Optional.empty();
      }
      long around = spread;
      spread *= counting ? 1L << size : size;
      if (spread > MOST_SPREAD) {
        report.report(
            Rule.TOO_MANY_VALUES,
            index.at(),
            "the quantifiers stand for more than " + MOST_SPREAD + " conditions");
        spread = around;
        return Optional.empty();
      }
      Value hidden = indices.get(index.text());
      List<Expression> parts = new ArrayList<>();
      boolean whole = true;
      for (Value value : over.get().values()) {
        indices.put(index.text(), value);
        Optional<Expression> part = expression(body);
        part.ifPresent(parts::add);
        whole &= part.isPresent();
        if (!whole) {
          // What is wrong for one value is wrong for all, and is said once.
          break;
        }
      }
      if (hidden == null) {
        indices.remove(index.text());
      } else {
        indices.put(index.text(), hidden);
      }
      spread = around;
      return whole ? Optional.of(parts) : Optional.empty();
    }

    /** The type over which an index runs: that of the variables which it picks. */
    private Optional<Type> over(Name index, ExpressionSyntax body) {
      Type over = null;
      for (Name variable : Mentions.indexed(body, index.text())) {
        Optional<Type> type = scope.indexOf(variable.text());
        if (type.isEmpty()) {
          report.unknown(variable, "indexed variable", scope.indexedNames(), scope);
          return Optional.empty();
        }
        if (over != null && !over.values().equals(type.get().values())) {
          report.report(Diagnostic.of(
                  Rule.NOTHING_IN_COMMON,
                  variable.at(),
                  "`" + index + "` cannot be an index of `" + variable + "` too")
              .withNote("`" + variable + "` has one variable for each value of "
                  + type.get().spelled()));
          return Optional.empty();
        }
        over = type.get();
      }
      if (over == null) {
        report.report(Diagnostic.of(
                Rule.INDEX_NOT_BOUND,
                index.at(),
                "`" + index + "` picks no variable here, so it runs over nothing")
            .withHelp("write `x[" + index + "]` in the condition, for an indexed variable `x`"));
      }
      return Optional.ofNullable(over);
    }

    /** How many of some conditions hold, compared with a number, as a plain condition. */
    private Optional<Expression> counted(
        TermSyntax.Count count, Comparator comparator, TermSyntax other) {
      if (!(other instanceof TermSyntax.Named named) || !named.name().isNumber()) {
        report.report(
            Rule.WRONG_KIND, other.at(), "`number` is compared with a number, such as `1`");
        return Optional.empty();
      }
      Optional<List<Expression>> parts = each(count.index(), count.body(), true);
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      int size = parts.get().size();
      String digits = Values.of(named.name()).name();
      int bound = digits.length() > 4 ? size + 1 : Integer.parseInt(digits);
      return Optional.of(
          switch (comparator) {
            case EQUAL ->
              new Expression.And(List.of(
                  atLeast(bound, parts.get()),
                  new Expression.Not(atLeast(bound + 1, parts.get()))));
            case DIFFERENT ->
              new Expression.Or(List.of(
                  new Expression.Not(atLeast(bound, parts.get())),
                  atLeast(bound + 1, parts.get())));
            case LESS -> new Expression.Not(atLeast(bound, parts.get()));
            case AT_MOST -> new Expression.Not(atLeast(bound + 1, parts.get()));
            case MORE -> atLeast(bound + 1, parts.get());
            case AT_LEAST -> atLeast(bound, parts.get());
          });
    }

    /** That at least so many of some conditions hold. */
    private static Expression atLeast(int bound, List<Expression> parts) {
      if (bound <= 0) {
        return new Expression.Literally(true);
      }
      if (bound > parts.size()) {
        return new Expression.Literally(false);
      }
      List<Expression> rest = parts.subList(1, parts.size());
      Expression with = new Expression.And(List.of(parts.get(0), atLeast(bound - 1, rest)));
      return bound > rest.size() ? with : new Expression.Or(List.of(with, atLeast(bound, rest)));
    }

    /** What the index of a quantifier stands for, if the term is one. */
    private @Nullable Value index(TermSyntax term) {
      return term instanceof TermSyntax.Named named && named.index().isEmpty() && !named.primed()
          ? indices.get(named.name().text())
          : null;
    }

    /** A name as it is written; an index by the value for which it stands. */
    private Name constant(TermSyntax.Named named) {
      Value index = index(named);
      return index == null ? named.name() : new Name(index.name(), named.name().at());
    }

    // --- Names and comparisons ---

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
      if (meaning instanceof Definition definition) {
        if (!named.primed()) {
          return reads(definition, bare)
              ? Optional.of(new Expression.Defined(definition))
              : Optional.empty();
        }
        if (place == Place.TRANSITION) {
          return Optional.of(new Expression.Defined(new Afterwards().of(definition)));
        }
      }
      if (meaning == null && place == Place.TRANSITION && named.name().text().equals("refused")) {
        return Optional.of(new Expression.Answered(List.of()));
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
      if (place == Place.STATE && named.name().text().equals("refused")) {
        onlyOfTransitions(bare.at());
      } else {
        report.unknown(named.name(), "definition", scope.names(Definition.class));
      }
      return Optional.empty();
    }

    private void onlyOfTransitions(Span at) {
      report.report(
          Diagnostic.of(Rule.WRONG_KIND, at, "this kind of condition belongs behind `after`")
              .withNote("it speaks about a whole transition"));
    }

    /** Whether a definition reads nothing that has no value here. */
    private boolean reads(Definition definition, ExpressionSyntax.Bare bare) {
      boolean still = place == Place.INIT || place == Place.WHERE;
      for (Slot slot :
          place == Place.STATE || still ? Reads.of(definition.expression()) : List.<Slot>of()) {
        boolean readable =
            still ? slot instanceof Flag || slot instanceof Trait : !(slot instanceof Chance);
        if (!readable) {
          report.report(
              Rule.WRONG_KIND,
              bare.at(),
              "the definition `" + definition.name() + "` reads the " + Scope.kind(slot) + " `"
                  + slot.name() + "`, which has no value here");
          return false;
        }
      }
      return true;
    }

    private String example(Slot slot) {
      return slot.name() + " = "
          + (slot.type().size() == 0 ? "..." : slot.type().values().get(0));
    }

    private Optional<Expression> compared(ExpressionSyntax.Compared written) {
      if (isAnswer(written.left())) {
        return answered(written.right(), written.comparator());
      }
      if (isAnswer(written.right())) {
        return answered(written.left(), turned(written.comparator()));
      }
      if (written.left() instanceof TermSyntax.Count count) {
        return counted(count, written.comparator(), written.right());
      }
      if (written.right() instanceof TermSyntax.Count count) {
        return counted(count, turned(written.comparator()), written.left());
      }
      boolean left = isSlot(written.left());
      boolean right = isSlot(written.right());
      if (left && right) {
        return slots(written);
      }
      TermSyntax.Named one = (TermSyntax.Named) written.left();
      TermSyntax.Named other = (TermSyntax.Named) written.right();
      if (right) {
        return constant(other, turned(written.comparator()), constant(one));
      }
      boolean settled = !left && (index(one) != null || index(other) != null);
      if (settled && written.comparator() == Comparator.EQUAL) {
        return Optional.of(
            new Expression.Literally(Values.of(constant(one)).equals(Values.of(constant(other)))));
      }
      if (settled && written.comparator() == Comparator.DIFFERENT) {
        return Optional.of(
            new Expression.Literally(!Values.of(constant(one)).equals(Values.of(constant(other)))));
      }
      return constant(one, written.comparator(), constant(other));
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
      boolean output = isOutput(written.left()) || isOutput(written.right());
      if (output && written.comparator() == Comparator.DIFFERENT) {
        Comparator equal = Comparator.EQUAL;
        return Optional.of(
            new Expression.Not(new Expression.Compared(left.get(), meant(equal), right.get())));
      }
      return Optional.of(
          new Expression.Compared(left.get(), meant(written.comparator()), right.get()));
    }

    private Optional<Expression> constant(TermSyntax read, Comparator comparator, Name constant) {
      if (comparator == Comparator.DIFFERENT && isOutput(read)) {
        return constant(read, Comparator.EQUAL, constant).map(Expression.Not::new);
      }
      Optional<Expression.Term> bound = term(read);
      bound
          .filter(term -> !tellsApart())
          .ifPresent(term -> values.named(constant, term.slot().type(), false));
      return bound.flatMap(term -> values
          .compared(comparator, constant, term.slot().type(), of(term.slot()))
          .map(chosen -> new Expression.Within(term, chosen)));
    }

    /** Whether exchangeable values may be told apart here: what is claimed may name one of them. */
    private boolean tellsApart() {
      return place.ofProperty() || place == Place.WHERE || place == Place.INIT;
    }

    /** Whether it may have no value at all, and then is equal to none. */
    private boolean isOutput(TermSyntax term) {
      return term instanceof TermSyntax.Named named
          && outputs.containsKey(named.name().text());
    }

    private boolean isSlot(TermSyntax term) {
      return !(term instanceof TermSyntax.Named named)
          || (index(named) == null
              && (parameters.containsKey(named.name().text())
                  || outputs.containsKey(named.name().text())
                  || scope.slot(key(named)).isPresent()
                  || (place == Place.TRANSITION
                      && scope.meaning(named.name().text()).orElse("") instanceof Output)
                  || named.index().isPresent()
                  || named.primed()));
    }

    private String key(TermSyntax.Named named) {
      return named
          .index()
          .map(i -> named.name() + "["
              + Optional.ofNullable(indices.get(i.text())).map(Value::name).orElse(i.text())
              + "]")
          .orElse(named.name().text());
    }

    private Optional<Expression.Term> term(TermSyntax written) {
      if (!(written instanceof TermSyntax.Named named)) {
        report.report(
            Rule.WRONG_KIND, written.at(), "`number` is compared with a number, such as `1`");
        return Optional.empty();
      }
      Parameter parameter = parameters.get(named.name().text());
      if (parameter != null) {
        return Optional.of(new Expression.Term(parameter, false));
      }
      Observed output = outputs.get(named.name().text());
      if (output != null && !named.primed()) {
        return Optional.of(new Expression.Term(output, false));
      }
      if (named.index().isPresent() && !indices.containsKey(named.index().get().text())) {
        Name name = named.name();
        Name index = named.index().get();
        Optional<Slot> picked = tellsApart()
            ? picks.found(name, index, named.at(), parameters)
            : picks.slot(name, index, named.at(), parameters);
        return picked
            .filter(each -> allowed(each, named))
            .map(each -> new Expression.Term(each, named.primed()));
      }
      Name name = new Name(key(named), named.at());
      Optional<Slot> slot = scope.slot(name.text());
      if (slot.isEmpty()) {
        Object other = scope.meaning(name.text()).orElse(null);
        if (other instanceof Output && place == Place.TRANSITION) {
          report.report(Diagnostic.of(
                  Rule.OUTPUT_NOT_GIVEN, name.at(), "the output `" + name + "` cannot be read here")
              .withNote(
                  named.primed()
                      ? "outputs have one value, and no `'`"
                      : "not every event that this is about has it"));
        } else if (other != null) {
          report.report(
              Rule.WRONG_KIND,
              name.at(),
              "`" + name + "` is a " + Scope.kind(other) + ", which has no value to compare");
        } else {
          unknown(name);
        }
        return Optional.empty();
      }
      return allowed(slot.get(), named)
          ? Optional.of(new Expression.Term(slot.get(), named.primed()))
          : Optional.empty();
    }

    private void unknown(Name name) {
      if (place == Place.STATE && name.text().equals("answer")) {
        onlyOfTransitions(name.at());
        return;
      }
      Set<String> known = scope.names(Variable.class, Flag.class, Trait.class, Chance.class);
      if (place.ofProperty()) {
        known.addAll(scope.names(Ghost.class));
        known.addAll(parameters.keySet());
        known.addAll(outputs.keySet());
      }
      report.unknown(name, "variable", known);
    }

    private boolean allowed(Slot slot, TermSyntax.Named named) {
      if (slot instanceof Element element) {
        // A parameter that may not be read was not found.
        Slot index = element.index();
        TermSyntax.Named picking =
            new TermSyntax.Named(named.index().orElseThrow(), Optional.empty(), false, named.at());
        return (index instanceof Parameter || allowed(index, picking))
            && allowed(element.elements().get(0), named);
      }
      Span at = named.at();
      if (slot instanceof Ghost && !place.ofProperty() && place != Place.WHERE) {
        report.ghostRead(slot.name(), at);
        return false;
      }
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
      boolean changes = slot instanceof Variable || slot instanceof Ghost;
      boolean after = place == Place.ENSURES || place == Place.TRANSITION;
      if (named.primed() && !(after && changes)) {
        report.report(Diagnostic.of(Rule.CELL_NOT_ALLOWED, at, "a primed name has no value here")
            .withNote(
                after
                    ? "`" + slot.name() + "` is a " + Scope.kind(slot) + ", which no event changes"
                    : place == Place.STATE
                        ? "a state has no before and after; `after` speaks of transitions"
                        : "conditions are asked before the event"));
        return false;
      }
      boolean still = place == Place.INIT || place == Place.WHERE;
      if (still && !(slot instanceof Flag || slot instanceof Trait)) {
        report.report(
            Rule.WRONG_KIND,
            at,
            (place == Place.INIT ? "an `init`" : "`where`")
                + " reads flags and traits; `"
                + slot.name()
                + "` is a "
                + Scope.kind(slot));
        return false;
      }
      if (place == Place.STATE && slot instanceof Chance) {
        report.report(Diagnostic.of(
                Rule.WRONG_KIND, at, "`" + slot.name() + "` is a chance, which no state has")
            .withNote("chances fall anew at each event; `after` speaks of transitions"));
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
