package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Source;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.ValueSet;
import dev.foliospec.model.Variable;
import dev.foliospec.syntax.ActorSyntax;
import dev.foliospec.syntax.CaseSyntax;
import dev.foliospec.syntax.ChanceSyntax;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.DefineSyntax;
import dev.foliospec.syntax.DocSyntax;
import dev.foliospec.syntax.EffectSyntax;
import dev.foliospec.syntax.EntrySyntax;
import dev.foliospec.syntax.ErrorSyntax;
import dev.foliospec.syntax.EventSyntax;
import dev.foliospec.syntax.FlagSyntax;
import dev.foliospec.syntax.GhostRuleSyntax;
import dev.foliospec.syntax.InitSyntax;
import dev.foliospec.syntax.MapSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.NamedTypeSyntax;
import dev.foliospec.syntax.ObserverSyntax;
import dev.foliospec.syntax.ParameterSyntax;
import dev.foliospec.syntax.SetSyntax;
import dev.foliospec.syntax.SourceSyntax;
import dev.foliospec.syntax.TraitSyntax;
import dev.foliospec.syntax.TypeSyntax;
import dev.foliospec.syntax.VariableSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Binds what a vocabulary or a policy declares, tables aside. Names may be used before the line that
 * declares them.
 */
final class Declarations {
  private static final int DEEPEST = 200;

  final List<Source> sources = new ArrayList<>();
  final List<String> actors = new ArrayList<>();
  final List<Type> types = new ArrayList<>();
  final List<ValueSet> sets = new ArrayList<>();
  final List<ValueMap> maps = new ArrayList<>();
  final List<Variable> variables = new ArrayList<>();
  final List<Flag> flags = new ArrayList<>();
  final List<Trait> traits = new ArrayList<>();
  final List<Chance> chances = new ArrayList<>();
  final List<Event> events = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  final List<ErrorAnswer> errors = new ArrayList<>();
  final List<Definition> definitions = new ArrayList<>();
  final List<Initial> initials = new ArrayList<>();

  /** What has an {@code init} line here, by name. */
  private final Set<String> begunBy = new LinkedHashSet<>();

  final List<Observer> observers = new ArrayList<>();
  final List<Ghost> ghosts = new ArrayList<>();

  private final Scope scope;
  private final Optional<String> owner;
  private final Reporter report;
  private final Types typing;
  private final Values values;
  private final Expressions expressions;
  private final Map<String, DefineSyntax> pending = new LinkedHashMap<>();
  private final Map<String, Integer> depths = new LinkedHashMap<>();
  private final Set<String> underWay = new LinkedHashSet<>();

  /**
   * Binds declarations into a scope.
   *
   * @param owner the policy that declares them, or empty for the vocabulary
   */
  Declarations(Scope scope, Optional<String> owner, Reporter report) {
    this.scope = scope;
    this.owner = owner;
    this.report = report;
    this.typing = new Types(scope, report);
    this.values = new Values(scope, report);
    this.expressions = new Expressions(scope, report);
  }

  /** Binds all declarations of a unit. */
  void bind(List<DeclarationSyntax> members) {
    for (SourceSyntax each : of(members, SourceSyntax.class)) {
      source(each);
    }
    for (ActorSyntax each : of(members, ActorSyntax.class)) {
      actor(each);
    }
    types.addAll(typing.declare(of(members, NamedTypeSyntax.class)));
    for (FlagSyntax each : of(members, FlagSyntax.class)) {
      flag(each);
    }
    for (TraitSyntax each : of(members, TraitSyntax.class)) {
      trait(each);
    }
    for (ChanceSyntax each : of(members, ChanceSyntax.class)) {
      chance(each);
    }
    for (VariableSyntax each : of(members, VariableSyntax.class)) {
      variable(each);
    }
    for (SetSyntax each : of(members, SetSyntax.class)) {
      set(each);
    }
    for (MapSyntax each : of(members, MapSyntax.class)) {
      map(each);
    }
    for (DefineSyntax each : of(members, DefineSyntax.class)) {
      pending.putIfAbsent(each.name().text(), each);
    }
    for (DefineSyntax each : of(members, DefineSyntax.class)) {
      definition(each);
    }
    for (ErrorSyntax each : of(members, ErrorSyntax.class)) {
      error(each);
    }
    for (EffectSyntax each : of(members, EffectSyntax.class)) {
      effect(each);
    }
    for (VariableSyntax each : of(members, VariableSyntax.class)) {
      follows(each);
    }
    for (EventSyntax each : of(members, EventSyntax.class)) {
      event(each);
    }
    // What is said of one element goes before what is said of all.
    for (InitSyntax each : of(members, InitSyntax.class)) {
      if (each.index().isEmpty()) {
        initial(each);
      }
    }
    for (InitSyntax each : of(members, InitSyntax.class)) {
      if (each.index().isPresent()) {
        initial(each);
      }
    }
    for (ObserverSyntax each : of(members, ObserverSyntax.class)) {
      observer(each);
    }
    scope.reportValuesThatAreNames(report);
  }

  private static <T> List<T> of(List<DeclarationSyntax> members, Class<T> kind) {
    List<T> those = new ArrayList<>();
    for (DeclarationSyntax member : members) {
      if (kind.isInstance(member)) {
        those.add(kind.cast(member));
      }
    }
    return those;
  }

  private void source(SourceSyntax written) {
    Source source =
        new Source(written.id().text(), written.text().text(), written.id().at());
    if (scope.declareSource(written.id(), source, report)) {
      sources.add(source);
    }
  }

  private void actor(ActorSyntax written) {
    for (Name name : written.names()) {
      if (scope.declareActor(name, report)) {
        actors.add(name.text());
      }
    }
  }

  private void flag(FlagSyntax written) {
    Flag flag = new Flag(
        written.name().text(),
        valued(written.type()),
        owner,
        text(written.doc()),
        written.name().at());
    if (scope.declare(written.name(), flag, report)) {
      flags.add(flag);
    }
  }

  private void trait(TraitSyntax written) {
    boolean effectList = written.type().effects();
    Type type = effectList
        ? new Type(Optional.empty(), List.of(), false, List.of())
        : valued(written.type());
    Trait trait = new Trait(
        written.name().text(),
        type,
        effectList,
        text(written.doc()),
        written.name().at());
    if (scope.declare(written.name(), trait, report)) {
      traits.add(trait);
    }
  }

  private void chance(ChanceSyntax written) {
    Type type = valued(written.type());
    Optional<Value> usual =
        written.usual().flatMap(name -> values.one(name, type, "`" + written.name() + "`"));
    if (written.usual().isEmpty()) {
      report.report(Diagnostic.of(
              Rule.NO_INITIAL_VALUE,
              written.name().at(),
              "the chance `" + written.name() + "` has no usual value")
          .withHelp("write `= VALUE` after its type"));
    }
    Chance chance = new Chance(
        written.name().text(),
        type,
        usual.orElse(type.values().get(0)),
        text(written.doc()),
        written.name().at());
    if (scope.declare(written.name(), chance, report)) {
      chances.add(chance);
    }
  }

  private void variable(VariableSyntax written) {
    if (written.kind() == VariableSyntax.Kind.GHOST) {
      ghost(written);
      return;
    }
    Type type = valued(written.type());
    Optional<Value> initial =
        written.initial().flatMap(name -> values.one(name, type, "`" + written.name() + "`"));
    written
        .actor()
        .filter(actor -> !scope.hasActor(actor.text()))
        .ifPresent(actor -> report.unknown(actor, "actor", scope.actors()));
    for (Name name : names(written)) {
      Variable variable = new Variable(
          name.text(),
          type,
          written.kind() == VariableSyntax.Kind.HIDDEN,
          written.actor().map(Name::text),
          owner,
          initial,
          text(written.doc()),
          member(written, name),
          written.name().at());
      if (scope.declare(name, variable, report)) {
        variables.add(variable);
      }
    }
  }

  private void ghost(VariableSyntax written) {
    Type type = valued(written.type());
    String of = "`" + written.name() + "`";
    Optional<Value> initial = written.initial().flatMap(name -> values.one(name, type, of));
    if (written.initial().isEmpty()) {
      report.report(Diagnostic.of(
              Rule.NO_INITIAL_VALUE,
              written.name().at(),
              "the ghost `" + written.name() + "` has no initial value")
          .withHelp("write `= VALUE` after its type"));
    }
    List<Ghost.Rule> rules = new ArrayList<>();
    for (GhostRuleSyntax rule : written.rules()) {
      Optional<Value> value = rule.value().flatMap(name -> values.one(name, type, of));
      if (rule.value().isEmpty() && !type.ordered()) {
        values.notOrdered(written.type().at(), of);
      }
      for (Name effect : rule.effects()) {
        rules.add(new Ghost.Rule(effect.text(), rule.shift(), value));
      }
    }
    Ghost ghost = new Ghost(
        written.name().text(),
        type,
        owner,
        initial.orElse(type.values().get(0)),
        rules,
        text(written.doc()),
        written.name().at());
    if (scope.declare(written.name(), ghost, report)) {
      ghosts.add(ghost);
    }
  }

  /** Ghosts are declared before the effects that they follow. */
  private void follows(VariableSyntax written) {
    Set<String> seen = new LinkedHashSet<>();
    for (GhostRuleSyntax rule : written.rules()) {
      for (Name effect : rule.effects()) {
        if (scope.effect(effect.text()).isEmpty()) {
          report.unknown(effect, "effect", scope.effects(), scope);
        } else if (!seen.add(effect.text())) {
          report.report(
              Rule.DUPLICATE_NAME,
              effect.at(),
              "the ghost `" + written.name() + "` follows `" + effect + "` twice");
        }
      }
    }
  }

  private Optional<Variable.Member> member(VariableSyntax written, Name name) {
    int from = written.name().text().length() + 1;
    return written
        .index()
        .flatMap(index -> scope.type(index.text()))
        .map(over -> new Variable.Member(
            written.name().text(),
            over,
            new Value(name.text().substring(from, name.text().length() - 1))));
  }

  private List<Name> names(VariableSyntax written) {
    if (written.index().isEmpty()) {
      return List.of(written.name());
    }
    Name index = written.index().get();
    Optional<Type> over = scope.type(index.text());
    if (over.isEmpty()) {
      report.unknown(index, "type", scope.types());
      return List.of();
    }
    scope.declareIndexed(written.name().text(), over.get());
    return over.get().values().stream()
        .map(
            value -> new Name(written.name() + "[" + value + "]", written.name().at()))
        .toList();
  }

  private void set(SetSyntax written) {
    Optional<Type> type = scope.type(written.type().text());
    if (type.isEmpty()) {
      report.unknown(written.type(), "type", scope.types());
      return;
    }
    values
        .several(written.items(), type.get(), Expressions.of(type.get(), written.type()))
        .map(chosen -> new ValueSet(
            written.name().text(), type.get(), chosen, written.name().at()))
        .filter(set -> scope.declare(written.name(), set, report))
        .ifPresent(sets::add);
  }

  private void map(MapSyntax written) {
    Optional<Type> from = scope.type(written.from().text());
    Optional<Type> to = scope.type(written.to().text());
    if (from.isEmpty()) {
      report.unknown(written.from(), "type", scope.types());
    }
    if (to.isEmpty()) {
      report.unknown(written.to(), "type", scope.types());
    }
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    Map<Value, Value> entries = new LinkedHashMap<>();
    for (EntrySyntax entry : written.entries()) {
      Optional<Value> result =
          values.one(entry.value(), to.get(), Expressions.of(to.get(), written.to()));
      Optional<List<Value>> keys =
          values.several(entry.keys(), from.get(), Expressions.of(from.get(), written.from()));
      if (result.isEmpty() || keys.isEmpty()) {
        continue;
      }
      for (Value key : keys.get()) {
        if (entries.putIfAbsent(key, result.get()) != null) {
          report.report(
              Rule.DUPLICATE_NAME,
              entry.keys().get(0).at(),
              "the map `" + written.name() + "` has two results for `" + key + "`");
        }
      }
    }
    ValueMap map = new ValueMap(
        written.name().text(), from.get(), to.get(), entries, written.name().at());
    if (scope.declare(written.name(), map, report)) {
      maps.add(map);
    }
  }

  private void definition(DefineSyntax written) {
    DefineSyntax waiting = pending.get(written.name().text());
    if (waiting != null && waiting.name().at().start() == written.name().at().start()) {
      define(written);
      return;
    }
    Object first = scope.meaning(written.name().text()).orElse(null);
    boolean itself = first instanceof Definition definition
        && definition.at().equals(written.name().at());
    if (first != null && !itself) {
      scope.declare(written.name(), first, report);
    }
  }

  private void define(DefineSyntax written) {
    String name = written.name().text();
    if (underWay.size() >= DEEPEST) {
      report.report(
          Rule.TOO_DEEP,
          written.name().at(),
          "definitions are built on each other more than " + DEEPEST + " deep");
      return;
    }
    pending.remove(name);
    underWay.add(name);
    int depth = 1;
    for (Name mentioned : Mentions.bare(written.expression())) {
      if (underWay.contains(mentioned.text())) {
        report.report(
            Rule.CYCLIC_STEP,
            mentioned.at(),
            "the definition `" + mentioned + "` depends on itself");
        underWay.remove(name);
        scope.declare(written.name(), always(written), report);
        return;
      }
      DefineSyntax waiting = pending.get(mentioned.text());
      if (waiting != null) {
        define(waiting);
      }
      depth = Math.max(depth, depths.getOrDefault(mentioned.text(), 0) + 1);
    }
    underWay.remove(name);
    if (depth > DEEPEST) {
      report.report(
          Rule.TOO_DEEP,
          written.name().at(),
          "definitions are built on each other more than " + DEEPEST + " deep");
      return;
    }
    depths.put(name, depth);
    Optional<Expression> bound =
        expressions.bind(written.expression(), Expressions.Place.DEFINITION, Map.of());
    Definition definition = new Definition(
        name,
        bound.orElse(new Expression.Literally(true)),
        text(written.doc()),
        written.name().at());
    if (scope.declare(written.name(), definition, report) && bound.isPresent()) {
      definitions.add(definition);
    }
  }

  private static Definition always(DefineSyntax written) {
    return new Definition(
        written.name().text(),
        new Expression.Literally(true),
        text(written.doc()),
        written.name().at());
  }

  private void error(ErrorSyntax written) {
    for (Name name : written.names()) {
      ErrorAnswer error = new ErrorAnswer(name.text(), owner, text(written.doc()), name.at());
      if (scope.declareError(name, error, report)) {
        errors.add(error);
      }
    }
  }

  private void effect(EffectSyntax written) {
    Optional<Expression> ensures = written
        .ensures()
        .flatMap(each -> expressions.bind(each, Expressions.Place.ENSURES, Map.of()));
    for (Name name : written.names()) {
      Effect effect = new Effect(name.text(), owner, ensures, text(written.doc()), name.at());
      if (scope.declareEffect(name, effect, report)) {
        effects.add(effect);
      }
    }
  }

  private void event(EventSyntax written) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (ParameterSyntax each : written.parameters()) {
      Parameter parameter = new Parameter(each.name().text(), valued(each.type()));
      scope.declareShared(each.name(), parameter, report);
      if (parameters.put(each.name().text(), parameter) != null) {
        twice(each.name(), "parameter");
      }
    }
    Map<String, Output> outputs = new LinkedHashMap<>();
    for (ParameterSyntax each : written.outputs()) {
      Output output = new Output(each.name().text(), valued(each.type()));
      scope.declareShared(each.name(), output, report);
      if (outputs.put(each.name().text(), output) != null) {
        twice(each.name(), "output");
      }
    }
    String actor = written.actor().map(Name::text).orElse("");
    if (written.actor().isEmpty()) {
      report.report(Diagnostic.of(
              Rule.SYNTAX, written.name().at(), "the event `" + written.name() + "` has no actor")
          .withHelp("write `by` and the actor who causes it"));
    } else if (!scope.hasActor(actor)) {
      report.unknown(written.actor().get(), "actor", scope.actors());
    }
    Optional<Expression> onlyWhen = written
        .onlyWhen()
        .flatMap(each -> expressions.bind(each, Expressions.Place.ONLY_WHEN, parameters));
    Event event = new Event(
        written.name().text(),
        List.copyOf(parameters.values()),
        actor,
        List.copyOf(outputs.values()),
        onlyWhen,
        written.silent(),
        text(written.doc()),
        written.name().at());
    if (scope.event(written.name().text()).isEmpty()) {
      events.add(event);
    }
    scope.declareEvent(written.name(), event, report);
  }

  private void twice(Name name, String kind) {
    report.report(
        Rule.DUPLICATE_NAME, name.at(), "the " + kind + " `" + name + "` is declared twice");
  }

  /** The variables to which an {@code init} gives their first value: one, or all of an index. */
  private List<Variable> begun(InitSyntax written) {
    Name name = written.variable();
    if (written.index().isPresent()) {
      Optional<Slot> element =
          new Indices(scope, report).found(name, written.index().get(), name.at(), Map.of());
      if (element.isPresent() && element.get() instanceof Variable variable) {
        return List.of(variable);
      }
      element.ifPresent(each -> report.report(
          Rule.INDEX_NOT_BOUND,
          written.index().get().at(),
          "an `init` names its element by a value; `" + each.name() + "` may be any"));
      return List.of();
    }
    List<Variable> begun = new ArrayList<>();
    for (Value key : scope.indexOf(name.text()).map(Type::values).orElse(List.of())) {
      if (scope.slot(name + "[" + key + "]").orElse(null) instanceof Variable variable) {
        begun.add(variable);
      }
    }
    if (begun.isEmpty()) {
      if (scope.meaning(name.text()).orElse(null) instanceof Variable variable) {
        return List.of(variable);
      }
      report.unknown(name, "variable", scope.names(Variable.class));
    }
    return begun;
  }

  private void initial(InitSyntax written) {
    List<Variable> begun = begun(written);
    if (begun.isEmpty()) {
      return;
    }
    Variable first = begun.get(0);
    List<Initial.Case> cases = new ArrayList<>();
    for (CaseSyntax each : written.cases()) {
      Optional<Value> value = values.one(each.value(), first.type(), Expressions.of(first));
      Optional<Expression> condition = each.condition()
          .flatMap(read -> expressions.bind(read, Expressions.Place.INIT, Map.of()));
      if (value.isPresent() && condition.isPresent() == each.condition().isPresent()) {
        cases.add(new Initial.Case(value.get(), condition));
      }
    }
    if (cases.size() < written.cases().size()) {
      return;
    }
    String name = first.family() + written.index().map(each -> "[" + each + "]").orElse("");
    if (!begunBy.add(name)) {
      report.report(
          Rule.DUPLICATE_NAME,
          written.variable().at(),
          "the variable `" + name + "` has two `init` lines");
    }
    for (Variable variable : begun) {
      initials.removeIf(other -> other.variable().name().equals(variable.name()));
      initials.add(new Initial(variable, cases, written.variable().at()));
    }
  }

  private void observer(ObserverSyntax written) {
    List<String> seen = new ArrayList<>();
    for (Name actor : written.actors()) {
      if (scope.hasActor(actor.text())) {
        seen.add(actor.text());
      } else {
        report.unknown(actor, "actor", scope.actors());
      }
    }
    boolean withoutHidden = false;
    Set<String> except = new LinkedHashSet<>();
    for (Name name : written.except()) {
      if (name.text().equals("hidden")) {
        withoutHidden = true;
      } else if (scope.meaning(name.text()).orElse("") instanceof Variable) {
        except.add(name.text());
      } else {
        report.unknown(name, "variable", scope.names(Variable.class));
      }
    }
    List<String> state = new ArrayList<>();
    for (Variable variable : variables) {
      boolean kept = !except.contains(variable.name()) && !(withoutHidden && variable.hidden());
      if (written.state() && kept) {
        state.add(variable.name());
      }
    }
    if (observers.stream().anyMatch(each -> each.name().equals(written.name().text()))) {
      twice(written.name(), "observer");
      return;
    }
    observers.add(new Observer(written.name().text(), seen, written.effects(), state));
  }

  private Type valued(TypeSyntax written) {
    if (written.effects() || written.items().isEmpty()) {
      report.report(Rule.WRONG_KIND, written.at(), "only a trait can be a list of effects");
      return new Type(Optional.empty(), List.of(Value.of(0)), false, List.of());
    }
    Type type = typing.of(written);
    return type.size() == 0
        ? new Type(Optional.empty(), List.of(Value.of(0)), false, List.of())
        : type;
  }

  static Optional<String> text(Optional<DocSyntax> doc) {
    return doc.map(DocSyntax::text);
  }
}
