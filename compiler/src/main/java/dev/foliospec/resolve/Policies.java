package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Contract;
import dev.foliospec.model.Event;
import dev.foliospec.model.Flag;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Value;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.CardSyntax;
import dev.foliospec.syntax.CellContent;
import dev.foliospec.syntax.CellSyntax;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.DeleteSyntax;
import dev.foliospec.syntax.DocSyntax;
import dev.foliospec.syntax.FlagFixSyntax;
import dev.foliospec.syntax.LacksSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.PoliciesSyntax;
import dev.foliospec.syntax.PolicySyntax;
import dev.foliospec.syntax.RowSyntax;
import dev.foliospec.syntax.TableSyntax;
import dev.foliospec.syntax.TraitSettingSyntax;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Flattens policies, each after the one that it extends. */
final class Policies {
  private final Map<String, Vocabularies.Bound> vocabularies;
  private final Damage damage;
  private final Diagnostics found;
  private final Map<String, Written> written = new LinkedHashMap<>();
  private final Map<String, Optional<Flat>> flats = new LinkedHashMap<>();
  private final Map<String, Policy> finished = new LinkedHashMap<>();
  private final Map<String, Vocabularies.Bound> systems = new LinkedHashMap<>();
  private final Optional<Integer> pages;
  private final Set<String> underWay = new LinkedHashSet<>();
  private final IdentityHashMap<PoliciesSyntax, Reporter> pivotReports = new IdentityHashMap<>();

  /**
   * Nothing yet.
   *
   * @param pages how many pages each system shall have instead of those that it says
   */
  Policies(
      Map<String, Vocabularies.Bound> vocabularies,
      Optional<Integer> pages,
      Damage damage,
      Diagnostics found) {
    this.pages = pages;
    this.vocabularies = vocabularies;
    this.damage = damage;
    this.found = found;
  }

  /** One policy as written: a unit of its own, or a row of a pivot. */
  private record Written(
      Name name,
      boolean isAbstract,
      Name vocabulary,
      Optional<Name> base,
      Optional<PolicySyntax> unit,
      Optional<PoliciesSyntax> pivot,
      Optional<RowSyntax> row,
      Optional<DocSyntax> doc,
      Span at) {}

  /** Takes note of a policy that is a unit of its own. */
  void add(PolicySyntax unit) {
    enter(new Written(
        unit.name(),
        unit.isAbstract(),
        unit.vocabulary(),
        unit.base(),
        Optional.of(unit),
        Optional.empty(),
        Optional.empty(),
        unit.doc(),
        unit.name().at()));
  }

  /** Takes note of all policies of a pivot. */
  void add(PoliciesSyntax pivot) {
    for (RowSyntax row : pivot.rows()) {
      enter(new Written(
          row.id(),
          false,
          pivot.vocabulary(),
          pivot.base(),
          Optional.empty(),
          Optional.of(pivot),
          Optional.of(row),
          row.doc(),
          row.at()));
    }
  }

  private void enter(Written policy) {
    Written first = written.putIfAbsent(policy.name().text(), policy);
    if (first != null) {
      Units.duplicate("policy", policy.name(), first.name(), found);
    }
  }

  /**
   * All policies, flattened, in the order in which they were added.
   *
   * @param only the policies that are wanted, with those that they build on; all where none are named
   */
  Map<String, Policy> flatten(List<String> only) {
    Map<String, Policy> ordered = new LinkedHashMap<>();
    for (String name : only.isEmpty() ? List.copyOf(written.keySet()) : only) {
      flat(name);
    }
    for (String name : written.keySet()) {
      Policy policy = finished.get(name);
      if (policy != null) {
        ordered.put(name, policy);
      }
    }
    return ordered;
  }

  /** The vocabularies of systems, by the system's name. */
  Map<String, Vocabularies.Bound> systems() {
    return systems;
  }

  /** The names of the policies that another one claims to refine. */
  Set<String> refined() {
    Set<String> refined = new LinkedHashSet<>();
    for (Written policy : written.values()) {
      if (policy.unit().isPresent()) {
        policy.unit().get().contracts().forEach(each -> refined.add(each.text()));
      }
    }
    return refined;
  }

  /** What names mean in the unit of a flattened policy. */
  Optional<Properties.Unit> scope(PolicySyntax unit) {
    Written policy = written.get(unit.name().text());
    boolean its = policy != null && policy.at().equals(unit.name().at());
    Optional<Flat> flat = flats.get(unit.name().text());
    Vocabularies.Bound system = systems.get(unit.name().text());
    if (system != null && its && flat != null) {
      return flat.map(each -> new Properties.Unit(
          system.vocabulary().name(), Optional.of(each.name), system.scope(), each.grounds));
    }
    return its && flat != null
        ? flat.map(each -> new Properties.Unit(
            unit.vocabulary().text(), Optional.of(each.name), each.scope, each.grounds))
        : Optional.empty();
  }

  private Optional<Flat> flat(String name) {
    Optional<Flat> known = flats.get(name);
    if (known != null) {
      return known;
    }
    Written policy = written.get(name);
    if (policy == null) {
      return Optional.empty();
    }
    underWay.add(name);
    Optional<Flat> built = build(policy);
    underWay.remove(name);
    flats.put(name, built);
    return built;
  }

  private Optional<Flat> build(Written policy) {
    Reporter report = new Reporter(found);
    Vocabularies.Bound vocabulary = vocabularies.get(policy.vocabulary().text());
    if (vocabulary == null) {
      if (policy.pivot().isEmpty() || firstOf(policy)) {
        report.unknown(policy.vocabulary(), "vocabulary", vocabularies.keySet());
      }
      return Optional.empty();
    }
    Optional<Flat> start = start(policy, vocabulary, report);
    if (start.isEmpty()) {
      return Optional.empty();
    }
    Flat flat = start.get();
    flat.grounds = Grounds.NONE;
    Optional<PolicySyntax> asSystem = policy.unit().filter(unit -> unit.pages().isPresent());
    Systems system = asSystem.isPresent() ? new Systems(asSystem.get(), flat, report, pages) : null;
    if (policy.unit().isPresent()) {
      unit(policy.unit().get(), flat, system, report);
    } else {
      pivot(policy, flat);
    }
    Finish.Head head = new Finish.Head(
        policy.name().text(),
        policy.isAbstract(),
        Declarations.text(policy.doc()),
        policy.name().at());
    Policy whole = new Finish(flat, report).policy(head);
    if (system != null) {
      Systems.Made made = system.made(whole);
      systems.put(policy.name().text(), made.vocabulary());
      whole = made.policy();
    }
    finished.put(policy.name().text(), whole);
    return Optional.of(flat);
  }

  private static boolean firstOf(Written policy) {
    return policy.pivot().orElseThrow().rows().get(0).at().start()
        == policy.at().start();
  }

  private Optional<Flat> start(Written policy, Vocabularies.Bound vocabulary, Reporter report) {
    String name = policy.name().text();
    if (policy.base().isEmpty()) {
      return Optional.of(Flat.fresh(name, vocabulary));
    }
    Name base = policy.base().get();
    if (underWay.contains(base.text())) {
      report.report(
          Diagnostic.of(Rule.CYCLIC_EXTENDS, base.at(), "the policy `" + name + "` extends itself")
              .withNote("by way of " + Reporter.listed(underWay)));
      return Optional.empty();
    }
    if (underWay.size() > 200) {
      report.report(
          Rule.TOO_DEEP, base.at(), "policies are built on each other more than 200 deep");
      return Optional.empty();
    }
    Written known = written.get(base.text());
    if (known != null && known.unit().filter(each -> each.pages().isPresent()).isPresent()) {
      report.report(
          Rule.SYSTEM_UNFIT, base.at(), "`" + base + "` is a system, which nothing can extend");
      return Optional.empty();
    }
    if (!written.containsKey(base.text())) {
      if (policy.pivot().isEmpty() || firstOf(policy)) {
        report.unknown(base, "policy", written.keySet());
      }
      return Optional.empty();
    }
    Optional<Flat> inherited = flat(base.text());
    if (inherited.isEmpty()) {
      return Optional.empty();
    }
    Vocabulary its = inherited.get().vocabulary;
    if (!its.name().equals(policy.vocabulary().text())) {
      report.report(Diagnostic.of(
              Rule.ANOTHER_VOCABULARY,
              base.at(),
              "`" + base + "` is a policy of another vocabulary, `" + its.name() + "`")
          .withNote("`" + name + "` is one of `" + policy.vocabulary() + "`"));
      return Optional.empty();
    }
    Flat heir = Flat.heir(name, inherited.get());
    Written from = written.get(base.text());
    if (from != null && from.isAbstract()) {
      heir.contracts.addAll(inherited.get().contracts);
    }
    return Optional.of(heir);
  }

  private void unit(PolicySyntax unit, Flat flat, @Nullable Systems system, Reporter report) {
    if (system == null) {
      misplaced(unit.members(), Units.IN_POLICY, "policy", report);
    }
    declarations(unit.members(), flat, report);
    flat.grounds = new Groundings(flat.scope, report).of(unit.grounds(), Grounds.NONE);
    for (Name contract : unit.contracts()) {
      if (!written.containsKey(contract.text())) {
        report.unknown(contract, "policy", written.keySet());
      }
      flat.contracts.add(new Contract(contract.text(), contract.at()));
    }
    settings(unit.members(), flat, report);
    if (system != null) {
      system.prepare();
    }
    Tables tables = new Tables(flat, report);
    for (DeclarationSyntax member : unit.members()) {
      if (member instanceof TableSyntax table) {
        tables.add(table);
      } else if (member instanceof CardSyntax card) {
        tables.card(card);
      } else if (member instanceof DeleteSyntax delete) {
        tables.delete(delete);
      }
    }
    tables.finish();
    flat.sound &= !report.broken() && !damage.in(unit);
  }

  private void pivot(Written policy, Flat flat) {
    PoliciesSyntax pivot = policy.pivot().orElseThrow();
    RowSyntax row = policy.row().orElseThrow();
    boolean first = !pivotReports.containsKey(pivot);
    Reporter shared = pivotReports.computeIfAbsent(pivot, each -> new Reporter(found));
    if (first) {
      misplaced(pivot.members(), Units.IN_PIVOT, "pivot", shared);
    }
    declarations(pivot.members(), flat, first ? shared : new Reporter(new Diagnostics()));
    Groundings groundings = new Groundings(flat.scope, shared);
    Grounds above = groundings.of(pivot.grounds(), Grounds.NONE);
    flat.grounds = groundings.of(row, above);
    Traits traits = new Traits(flat, shared);
    for (CellSyntax cell : row.cells()) {
      if (cell.column().kind() == ColumnKind.CONDITION) {
        if (cell.content() instanceof CellContent.Alternatives alternatives) {
          traits.set(cell.column().name(), alternatives.alternatives(), flat.grounds, cell.at());
        } else {
          shared.breakSilently();
        }
      }
    }
    flat.sound &= !shared.broken() && !damage.in(pivot);
  }

  private void declarations(List<DeclarationSyntax> members, Flat flat, Reporter report) {
    Declarations own = new Declarations(flat.scope, Optional.of(flat.name), report);
    own.bind(members);
    flat.sources.addAll(own.sources);
    flat.variables.addAll(own.variables);
    for (Flag flag : own.flags) {
      flat.flags.put(flag.name(), new FlagSetting(flag, flag.type().values(), Grounds.NONE));
    }
    flat.chances.addAll(own.chances);
    own.initials.forEach(each -> flat.initials.put(each.variable().name(), each));
    flat.effects.addAll(own.effects);
    flat.errors.addAll(own.errors);
    flat.definitions.addAll(own.definitions);
    flat.types.addAll(own.types);
    flat.ghosts.addAll(own.ghosts);
  }

  private void settings(List<DeclarationSyntax> members, Flat flat, Reporter report) {
    Groundings groundings = new Groundings(flat.scope, report);
    Traits traits = new Traits(flat, report);
    for (DeclarationSyntax member : members) {
      if (member instanceof TraitSettingSyntax setting) {
        traits.set(
            setting.name(),
            setting.alternatives(),
            groundings.of(setting.grounds(), flat.grounds),
            setting.at());
      } else if (member instanceof FlagFixSyntax fix) {
        fix(fix, flat, groundings, report);
      } else if (member instanceof LacksSyntax lacks) {
        lacks(lacks, flat, groundings, report);
      }
    }
  }

  private void fix(FlagFixSyntax fix, Flat flat, Groundings groundings, Reporter report) {
    FlagSetting setting = flat.flags.get(fix.name().text());
    if (setting == null) {
      report.unknown(fix.name(), "flag", flat.flags.keySet());
      return;
    }
    Values values = new Values(flat.scope, report);
    List<Value> allowed = new ArrayList<>();
    for (Name name : fix.values()) {
      values
          .one(name, setting.flag().type(), Expressions.of(setting.flag()))
          .ifPresent(allowed::add);
    }
    Grounds grounds = groundings.ofSetting(fix.grounds(), flat.grounds);
    groundings.judge(
        grounds, fix.at(), "the fixed flag `" + fix.name() + "`", fix.name().at());
    if (!allowed.isEmpty()) {
      flat.flags.put(setting.flag().name(), new FlagSetting(setting.flag(), allowed, grounds));
    }
  }

  private void lacks(LacksSyntax lacks, Flat flat, Groundings groundings, Reporter report) {
    Grounds grounds = groundings.ofSetting(lacks.grounds(), flat.grounds);
    groundings.judge(grounds, lacks.at(), "what the policy lacks", lacks.at());
    for (Name name : lacks.events()) {
      Optional<Event> event = flat.scope.event(name.text());
      if (event.isEmpty()) {
        report.unknown(name, "event", flat.scope.events());
      } else {
        flat.lacks.put(name.text(), new Lack(event.get(), grounds, name.at()));
      }
    }
  }

  private static void misplaced(
      List<DeclarationSyntax> members, Set<Class<?>> allowed, String unit, Reporter report) {
    Units.misplaced(members, allowed, unit, report);
  }
}
