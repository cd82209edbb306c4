package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.ValueSet;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.PolicySyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a system speaks about: the variables of its pages with the page as their index, the common
 * ones as they are, its events with the pages as parameters.
 */
final class SystemVocabulary {
  private final PolicySyntax unit;
  private final Flat flat;
  private final Policy page;
  private final Type index;
  private final Set<String> common;
  private final Reporter report;
  private final Scope scope = new Scope(null);
  private final List<Variable> variables = new ArrayList<>();
  private final List<Initial> initials = new ArrayList<>();
  private final List<Chance> chances = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();

  SystemVocabulary(
      PolicySyntax unit, Flat flat, Policy page, Type index, Set<String> common, Reporter report) {
    this.unit = unit;
    this.flat = flat;
    this.page = page;
    this.index = index;
    this.common = common;
    this.report = report;
    words();
    slots();
  }

  private void words() {
    for (String source : flat.scope.sources()) {
      flat.scope
          .source(source)
          .ifPresent(each -> scope.declareSource(named(source, "source " + source), each, report));
    }
    for (String actor : flat.scope.actors()) {
      scope.declareActor(named(actor, "actor " + actor), report);
    }
    for (String type : flat.scope.types()) {
      scope.declareType(named(type, "type " + type), flat.scope.type(type).orElseThrow(), report);
    }
    Name own = new Name("page", unit.pages().orElseThrow().at());
    if (scope.type("page").isPresent()) {
      taken("page", "type");
    } else {
      scope.declareType(own, index, report);
    }
    for (Value value : index.values()) {
      scope.declareValue(new Name(value.name(), own.at()), report);
    }
    for (String effect : flat.scope.effects()) {
      scope.declareEffect(
          named(effect, "effect " + effect), flat.scope.effect(effect).orElseThrow(), report);
    }
    for (String error : flat.scope.errors()) {
      scope.declareError(
          named(error, "error " + error), flat.scope.error(error).orElseThrow(), report);
    }
  }

  private Name named(String name, String key) {
    return new Name(name, flat.scope.place(key));
  }

  private void taken(String name, String kind) {
    report.reportOnce(Diagnostic.of(
        Rule.SYSTEM_UNFIT,
        unit.name().at(),
        "the vocabulary has a " + kind + " `" + name + "`, which a system needs for its pages"));
  }

  private void slots() {
    for (String name : flat.scope.names()) {
      Object meaning = flat.scope.meaning(name).orElseThrow();
      boolean kept = meaning instanceof Flag
          || meaning instanceof ValueSet
          || meaning instanceof ValueMap
          || meaning instanceof Trait
          || (meaning instanceof Definition definition && isCommon(definition.expression()));
      if (kept) {
        scope.declare(named(name, name), meaning, report);
        if (meaning instanceof Definition definition) {
          definitions.add(definition);
        }
      }
    }
    for (Variable variable : page.variables()) {
      if (common.contains(variable.name())) {
        scope.declare(new Name(variable.name(), variable.at()), variable, report);
        variable.member().ifPresent(each -> scope.declareIndexed(each.family(), each.over()));
        variables.add(variable);
        initial(variable, variable);
      } else if (variable.member().isPresent()) {
        report.reportOnce(Diagnostic.of(
                Rule.SYSTEM_UNFIT,
                unit.name().at(),
                "the pages of a system cannot each have an indexed variable such as `"
                    + variable.family() + "`")
            .withHelp("write `common " + variable.family() + "`, if there is one for all pages"));
      } else {
        scope.declareIndexed(variable.name(), index);
        for (Value number : index.values()) {
          Variable each = element(variable, number);
          scope.declare(new Name(each.name(), variable.at()), each, report);
          variables.add(each);
          initial(variable, each);
        }
      }
    }
    for (Chance chance : page.chances()) {
      if (common.contains(chance.name())) {
        scope.declare(new Name(chance.name(), chance.at()), chance, report);
        chances.add(chance);
      }
    }
    for (Value number : index.values()) {
      for (Chance chance : page.chances()) {
        if (!common.contains(chance.name())) {
          Chance each = new Chance(
              chance.name() + "[" + number + "]",
              chance.type(),
              chance.usual(),
              chance.doc(),
              chance.at());
          scope.declare(new Name(each.name(), chance.at()), each, report);
          chances.add(each);
        }
      }
    }
  }

  private Variable element(Variable variable, Value number) {
    return new Variable(
        variable.name() + "[" + number + "]",
        variable.type(),
        variable.hidden(),
        variable.actor(),
        variable.owner(),
        variable.initial(),
        variable.doc(),
        Optional.of(new Variable.Member(variable.name(), index, number)),
        variable.at());
  }

  private void initial(Variable of, Variable its) {
    for (Initial each : page.initials()) {
      if (each.variable().name().equals(of.name())) {
        initials.add(new Initial(its, each.cases(), each.at()));
      }
    }
  }

  /** Whether an expression reads nothing of a single page. */
  private boolean isCommon(Expression expression) {
    for (Slot slot : Reads.of(expression)) {
      boolean kept = slot instanceof Flag
          || slot instanceof Trait
          || (slot instanceof Variable variable && common.contains(variable.name()));
      if (!kept) {
        return false;
      }
    }
    return true;
  }

  /** An event as the system has it. */
  Event event(Event each, Lifting.Reach reach, Optional<String> output) {
    List<Parameter> parameters = new ArrayList<>();
    Optional<Expression> onlyWhen = Optional.empty();
    switch (reach) {
      case PAGE -> parameters.add(new Parameter("page", index));
      case RANGE -> {
        Parameter first = new Parameter("first", index);
        Parameter last = new Parameter("last", index);
        parameters.add(first);
        parameters.add(last);
        onlyWhen = Optional.of(new Expression.Compared(
            new Expression.Term(first, false),
            Expression.Comparator.AT_MOST,
            new Expression.Term(last, false)));
      }
      case WHOLE -> {}
    }
    for (Parameter parameter : parameters) {
      Object other = scope.meaning(parameter.name()).orElse(null);
      if (each.parameter(parameter.name()).isPresent()) {
        taken(parameter.name(), "parameter");
      } else if (other != null && !(other instanceof Parameter)) {
        taken(parameter.name(), Scope.kind(other));
      }
    }
    parameters.addAll(each.parameters());
    List<Output> outputs = new ArrayList<>(each.outputs());
    output.ifPresent(name -> outputs.add(new Output(name, index)));
    Event event = new Event(
        each.name(),
        parameters,
        each.actor(),
        outputs,
        onlyWhen,
        each.silent(),
        each.doc(),
        each.at());
    for (Parameter parameter : parameters) {
      Object other = scope.meaning(parameter.name()).orElse(parameter);
      if (other instanceof Parameter) {
        scope.declareShared(new Name(parameter.name(), each.at()), parameter, report);
      }
    }
    for (Output shown : outputs) {
      scope.declareShared(new Name(shown.name(), each.at()), shown, report);
    }
    scope.declareEvent(new Name(each.name(), each.at()), event, report);
    return event;
  }

  /** The vocabulary, once it has its events. */
  Vocabularies.Bound bound(List<Event> events, boolean sound) {
    Vocabulary its = flat.vocabulary;
    List<Type> types = new ArrayList<>(its.types());
    types.add(index);
    List<Observer> observers = new ArrayList<>();
    for (Observer each : its.observers()) {
      List<String> state = new ArrayList<>();
      for (Variable variable : variables) {
        if (each.state().contains(variable.name())
            || (!common.contains(variable.name()) && each.state().contains(variable.family()))) {
          state.add(variable.name());
        }
      }
      observers.add(new Observer(each.name(), each.actors(), each.effects(), state));
    }
    return new Vocabularies.Bound(
        new Vocabulary(
            flat.name,
            flat.sources,
            its.actors(),
            types,
            its.sets(),
            its.maps(),
            variables,
            page.flags().stream().map(FlagSetting::flag).toList(),
            its.traits(),
            chances,
            initials,
            events,
            page.effects(),
            page.errors(),
            definitions,
            List.of(),
            observers,
            Declarations.text(unit.doc()),
            unit.name().at()),
        scope,
        sound);
  }

  /** The system itself. */
  Policy policy(Vocabulary vocabulary, Lifting lifting, boolean sound) {
    return new Policy(
        page.name(),
        false,
        page.sound() && sound,
        vocabulary,
        List.of(),
        List.of(),
        page.sources(),
        variables,
        page.flags(),
        page.traits(),
        chances,
        initials,
        vocabulary.events(),
        List.of(),
        page.effects(),
        page.errors(),
        definitions,
        page.types(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(lifting),
        page.grounds(),
        page.doc(),
        page.at());
  }
}
