package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.Source;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.syntax.CallSyntax;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.ExpectationSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.PropertySyntax;
import dev.foliospec.syntax.ScenarioStepSyntax;
import dev.foliospec.syntax.ScenarioSyntax;
import dev.foliospec.syntax.ScenariosSyntax;
import dev.foliospec.syntax.SettingSyntax;
import dev.foliospec.syntax.SourceSyntax;
import dev.foliospec.syntax.TextSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Binds scenarios against the policies that they are about. */
final class Scenarios {
  private final Map<String, Policy> policies;
  private final Vocabularies.Bound vocabulary;
  private final Scope scope;
  private final Reporter report;
  private final Map<String, Name> names;

  private Scenarios(
      Map<String, Policy> policies,
      Vocabularies.Bound vocabulary,
      Map<String, Name> names,
      Diagnostics found) {
    this.policies = policies;
    this.vocabulary = vocabulary;
    this.scope = new Scope(vocabulary.scope());
    this.report = new Reporter(found);
    this.names = names;
  }

  /** All scenarios of a unit that could be bound. */
  static List<Scenario> bind(
      ScenariosSyntax unit,
      Map<String, Vocabularies.Bound> vocabularies,
      Map<String, Policy> policies,
      Map<String, Name> names,
      Properties properties,
      Damage damage,
      Diagnostics found) {
    Vocabularies.Bound vocabulary = vocabularies.get(unit.vocabulary().text());
    if (vocabulary == null) {
      new Reporter(found).unknown(unit.vocabulary(), "vocabulary", vocabularies.keySet());
      return List.of();
    }
    return new Scenarios(policies, vocabulary, names, found).all(unit, properties, damage);
  }

  private List<Scenario> all(ScenariosSyntax unit, Properties properties, Damage damage) {
    Units.misplaced(unit.members(), Units.IN_SCENARIOS, "scenarios unit", report);
    List<Scenario> bound = new ArrayList<>();
    for (DeclarationSyntax member : unit.members()) {
      if (member instanceof SourceSyntax source) {
        scope.declareSource(
            source.id(),
            new Source(source.id().text(), source.text().text(), source.id().at()),
            report);
      }
    }
    for (DeclarationSyntax member : unit.members()) {
      if (member instanceof ScenarioSyntax written) {
        report.mend();
        List<Scenario> scenario = scenario(written);
        if (!report.broken() && !damage.within(written.at())) {
          bound.addAll(scenario);
        }
      } else if (member instanceof PropertySyntax property) {
        properties.bind(
            property,
            new Properties.Unit(unit.vocabulary().text(), Optional.empty(), scope, Grounds.NONE));
      }
    }
    return bound;
  }

  /**
   * A scenario; one for each way in which its {@code for} clause fixes choices, as in {@code for
   * v8.tdx[zap=yes], v8.sev_snp}.
   */
  private List<Scenario> scenario(ScenarioSyntax written) {
    Name first = names.putIfAbsent(written.name().text(), written.name());
    if (first != null) {
      report.report(Diagnostic.of(
              Rule.DUPLICATE_NAME,
              written.name().at(),
              "the scenario `" + written.name() + "` is there twice")
          .withRelated(first.at(), "first here"));
    }
    Groundings groundings = new Groundings(scope, report);
    Grounds grounds = groundings.ofSetting(written.grounds(), Grounds.NONE);
    groundings.judge(
        grounds,
        written.name().at(),
        "the scenario `" + written.name() + "`",
        written.name().at());
    List<Subjects> about = about(written);
    List<Scenario.Step> steps = new ArrayList<>();
    for (ScenarioStepSyntax step : written.steps()) {
      step(step, about).ifPresent(steps::add);
    }
    List<Scenario> bound = new ArrayList<>();
    Set<String> settled = new LinkedHashSet<>();
    for (Subjects subjects : about) {
      Map<String, Value> flags = new LinkedHashMap<>();
      Map<String, String> choices = new LinkedHashMap<>();
      List<SettingSyntax> settings = new ArrayList<>(written.with());
      settings.addAll(subjects.fixed());
      for (SettingSyntax setting : settings) {
        setting(setting, subjects.policies(), flags, choices);
      }
      List<String> policyNames = new ArrayList<>();
      for (Policy policy : subjects.policies()) {
        if (settled.add(policy.name() + flags + choices)) {
          policyNames.add(policy.name());
        }
      }
      if (!policyNames.isEmpty()) {
        bound.add(new Scenario(
            written.name().text(),
            written.title().map(TextSyntax::text),
            policyNames,
            flags,
            choices,
            steps,
            grounds,
            Declarations.text(written.doc()),
            written.name().at()));
      }
    }
    return bound;
  }

  /** Policies of a scenario, and the choices that its {@code for} clause fixes for them. */
  private record Subjects(List<SettingSyntax> fixed, List<Policy> policies) {}

  private List<Subjects> about(ScenarioSyntax written) {
    List<Policy> candidates = new ArrayList<>();
    for (Policy each : policies.values()) {
      if (!each.isAbstract()
          && each.vocabulary().name().equals(vocabulary.vocabulary().name())) {
        candidates.add(each);
      }
    }
    if (written.policies().isEmpty()) {
      return List.of(new Subjects(List.of(), candidates));
    }
    Map<String, Subjects> about = new LinkedHashMap<>();
    for (Name subject : written.policies()) {
      int bracket = subject.text().indexOf('[');
      String glob = bracket < 0 ? subject.text() : subject.text().substring(0, bracket);
      String fixed = bracket < 0 ? "" : subject.text().substring(bracket + 1);
      Subjects group = about.computeIfAbsent(
          fixed, each -> new Subjects(fixed(each, subject), new ArrayList<>()));
      boolean known = false;
      for (Policy each : candidates) {
        if (matches(glob, each.name())) {
          known = true;
          if (group.policies().stream().noneMatch(other -> other.name().equals(each.name()))) {
            group.policies().add(each);
          }
        }
      }
      if (!known) {
        report.unknown(
            new Name(glob, subject.at()),
            "complete policy",
            candidates.stream().map(Policy::name).toList());
      }
    }
    return List.copyOf(about.values());
  }

  private static List<SettingSyntax> fixed(String written, Name subject) {
    List<SettingSyntax> settings = new ArrayList<>();
    String inside = written.endsWith("]") ? written.substring(0, written.length() - 1) : written;
    for (String each : inside.split(",", -1)) {
      int equals = each.indexOf('=');
      if (equals > 0) {
        settings.add(new SettingSyntax(
            new Name(each.substring(0, equals).strip(), subject.at()),
            new Name(each.substring(equals + 1).strip(), subject.at())));
      }
    }
    return settings;
  }

  /** Whether a name matches a glob, in which {@code *} stands for any letters. */
  static boolean matches(String glob, String name) {
    int star = glob.indexOf('*');
    if (star < 0) {
      return glob.equals(name);
    }
    String head = glob.substring(0, star);
    String rest = glob.substring(star + 1);
    if (!name.startsWith(head)) {
      return false;
    }
    for (int from = star; from <= name.length(); from++) {
      if (matches(rest, name.substring(from))) {
        return true;
      }
    }
    return false;
  }

  private void setting(
      SettingSyntax setting,
      List<Policy> about,
      Map<String, Value> flags,
      Map<String, String> choices) {
    String name = setting.name().text();
    Set<String> known = new LinkedHashSet<>();
    for (Policy policy : about) {
      for (FlagSetting flag : policy.flags()) {
        known.add(flag.flag().name());
        if (flag.flag().name().equals(name)) {
          new Values(scope, report)
              .one(setting.value(), flag.flag().type(), Expressions.of(flag.flag()))
              .ifPresent(value -> flags.put(name, value));
          return;
        }
      }
      for (TraitSetting trait : policy.traits()) {
        known.add(trait.trait().name());
        if (trait.trait().name().equals(name)) {
          Set<String> spelled = new LinkedHashSet<>();
          trait.alternatives().forEach(each -> spelled.add(each.spelled()));
          about.forEach(other -> other.traits().stream()
              .filter(each -> each.trait().name().equals(name))
              .forEach(each ->
                  each.alternatives().forEach(alternative -> spelled.add(alternative.spelled()))));
          if (spelled.contains(setting.value().text())) {
            choices.put(name, setting.value().text());
          } else {
            report.noSuchValue(setting.value(), "`" + name + "`", spelled);
          }
          return;
        }
      }
    }
    report.unknown(setting.name(), "flag or undecided trait", known);
  }

  private Optional<Scenario.Step> step(ScenarioStepSyntax written, List<Subjects> about) {
    CallSyntax call = written.call();
    Optional<Event> found = scope.event(call.event().text());
    if (found.isEmpty()) {
      report.unknown(call.event(), "event", scope.events());
      return Optional.empty();
    }
    Event event = found.get();
    List<Value> arguments = new ArrayList<>();
    if (call.arguments().size() != event.parameters().size()) {
      report.report(Diagnostic.of(
              Rule.BAD_CELL,
              call.at(),
              "`"
                  + event.name()
                  + "` takes "
                  + event.parameters().size()
                  + " arguments, not "
                  + call.arguments().size())
          .withNote("its parameters are "
              + Reporter.listed(event.parameters().stream().map(Parameter::name).toList())));
      return Optional.empty();
    }
    Values values = new Values(scope, report);
    for (int i = 0; i < call.arguments().size(); i++) {
      Parameter parameter = event.parameters().get(i);
      values
          .one(call.arguments().get(i), parameter.type(), Expressions.of(parameter))
          .ifPresent(arguments::add);
    }
    Map<String, Value> chances = new LinkedHashMap<>();
    Map<String, Scenario.Expected> outputs = new LinkedHashMap<>();
    Optional<String> answer = Optional.empty();
    for (ExpectationSyntax cell : written.cells()) {
      if (cell.column().kind() == ColumnKind.ANSWER) {
        answer = answer(cell.word());
      } else {
        expectation(cell, event, values, about, chances, outputs);
      }
    }
    return Optional.of(new Scenario.Step(event, arguments, chances, answer, outputs, written.at()));
  }

  private Optional<String> answer(Name word) {
    if (word.text().equals("any")) {
      return Optional.empty();
    }
    boolean known = word.text().equals("ok")
        || scope.error(word.text()).isPresent()
        || policies.values().stream()
            .anyMatch(
                each -> each.errors().stream().anyMatch(error -> error.name().equals(word.text())));
    if (!known) {
      report.unknown(word, "error", scope.errors());
    }
    return Optional.of(word.text());
  }

  /** The chance that every policy of the scenario declares for itself under a name. */
  private static @Nullable Object ownChance(String name, List<Subjects> about) {
    Chance own = null;
    for (Subjects subjects : about) {
      for (Policy policy : subjects.policies()) {
        Chance its = null;
        for (Chance each : policy.chances()) {
          its = each.name().equals(name) ? each : its;
        }
        if (its == null) {
          return null;
        }
        own = its;
      }
    }
    return own;
  }

  private void expectation(
      ExpectationSyntax cell,
      Event event,
      Values values,
      List<Subjects> about,
      Map<String, Value> chances,
      Map<String, Scenario.Expected> outputs) {
    String name = cell.column().heading();
    Object meaning = scope.meaning(name).orElse(ownChance(name, about));
    if (meaning instanceof Chance chance) {
      if (!cell.word().text().equals("-")) {
        values
            .one(cell.word(), chance.type(), Expressions.of(chance))
            .ifPresent(value -> chances.put(name, value));
      }
      return;
    }
    if (!(meaning instanceof Output)) {
      report.unknown(
          cell.column().name(), "output or chance", scope.names(Output.class, Chance.class));
      return;
    }
    if (cell.word().text().equals("any")) {
      return;
    }
    Optional<Output> output = event.output(name);
    if (cell.word().text().equals("-")) {
      if (output.isPresent()) {
        outputs.put(name, new Scenario.Expected(Optional.empty()));
      }
      return;
    }
    if (output.isEmpty()) {
      report.report(
          Rule.OUTPUT_NOT_GIVEN,
          cell.word().at(),
          "the event `" + event.name() + "` has no output `" + name + "`");
      return;
    }
    values
        .one(cell.word(), output.get().type(), "`" + name + "`")
        .ifPresent(value -> outputs.put(name, new Scenario.Expected(Optional.of(value))));
  }
}
