package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Event;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Variable;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a policy of a flat form: leaves out what it lacks, orders its traits, looks steps up, and
 * reports what can only be seen when all tables are there.
 */
final class Finish {
  private static final int MOST_VARIANTS = 64;
  private static final int MOST_EFFECTS = 1000;

  private final Flat flat;
  private final Reporter report;
  private final Map<String, Set<String>> readBySteps = new LinkedHashMap<>();

  Finish(Flat flat, Reporter report) {
    this.flat = flat;
    this.report = report;
  }

  /** What a policy's head says. */
  record Head(String name, boolean isAbstract, Optional<String> doc, Span at) {}

  Policy policy(Head head) {
    report.mend();
    List<Table> checks = new ArrayList<>();
    List<Table> bodies = new ArrayList<>();
    List<Table> steps = new ArrayList<>();
    for (DraftTable draft : flat.tables) {
      Table table = table(draft);
      if (table.events().isEmpty() && !draft.events.isEmpty()) {
        continue;
      }
      switch (draft.kind) {
        case CHECKS -> checks.add(table);
        case BODY -> bodies.add(table);
        case STEP -> steps.add(table);
      }
    }
    List<TraitSetting> traits = new ArrayList<>();
    for (Trait trait : flat.vocabulary.traits()) {
      TraitSetting setting = flat.traits.get(trait.name());
      if (setting != null) {
        traits.add(setting);
      }
    }
    List<Event> events = new ArrayList<>();
    for (Event known : had(flat.vocabulary.events())) {
      events.add(flat.events.isEmpty() ? known : flat.scope.event(known.name()).orElse(known));
    }
    for (Event own : flat.events) {
      if (asked(own, checks) || asked(own, bodies)) {
        events.add(own);
      }
    }
    steps(steps, checks, bodies);
    if (!head.isAbstract()) {
      complete(head, checks, bodies, steps);
    }
    return new Policy(
        head.name(),
        head.isAbstract(),
        flat.sound && !report.broken(),
        flat.vocabulary,
        flat.lineage,
        flat.contracts,
        flat.sources,
        flat.variables,
        List.copyOf(flat.flags.values()),
        traits,
        flat.chances,
        List.copyOf(flat.initials.values()),
        events,
        List.copyOf(flat.lacks.values()),
        flat.effects,
        flat.errors,
        flat.definitions,
        flat.types,
        flat.ghosts,
        checks,
        bodies,
        steps,
        Optional.empty(),
        flat.grounds,
        head.doc(),
        head.at());
  }

  private Table table(DraftTable draft) {
    Set<RowId> present = new LinkedHashSet<>();
    for (Draft each : draft.rows) {
      present.add(each.row().id());
    }
    List<Transition> rows = new ArrayList<>();
    for (Draft each : draft.rows) {
      Transition row = each.row();
      List<Event> events = had(row.events());
      if (draft.kind != Table.Kind.STEP && events.isEmpty()) {
        if (row.id().policy().equals(flat.name) && !row.events().isEmpty()) {
          lacking(row);
        }
        continue;
      }
      if (events.size() != row.events().size()) {
        row = Rows.withEvents(row, events);
      }
      if (!row.splitBy().isEmpty()) {
        List<RowId> splitBy = new ArrayList<>(row.splitBy());
        splitBy.retainAll(present);
        if (splitBy.size() != row.splitBy().size()) {
          row = Rows.withSplitBy(row, splitBy);
        }
      }
      if (each.anyError()) {
        row = Rows.withOutcome(row, anyError(row.outcome()));
      }
      if (row.alternativeTo().isEmpty() || present.contains(row.alternativeTo().get())) {
        rows.add(row);
      }
    }
    return new Table(
        draft.name,
        draft.kind,
        had(draft.events),
        draft.where,
        rows,
        draft.headings,
        draft.owner,
        draft.doc,
        draft.at);
  }

  private static boolean asked(Event event, List<Table> tables) {
    for (Table table : tables) {
      if (table.on(event)) {
        return true;
      }
    }
    return false;
  }

  private List<Event> had(List<Event> events) {
    for (Event each : events) {
      if (flat.lacks.containsKey(each.name())) {
        return events.stream()
            .filter(one -> !flat.lacks.containsKey(one.name()))
            .toList();
      }
    }
    return events;
  }

  private void lacking(Transition row) {
    Event event = row.events().get(0);
    report.report(Diagnostic.of(
            Rule.LACKS_EVENT_WITH_ROWS,
            row.at("event"),
            "row `" + row.id().id() + "` answers `" + event.name() + "`, which the policy lacks")
        .withRelated(Objects.requireNonNull(flat.lacks.get(event.name())).at(), "said here"));
  }

  private Outcome anyError(Outcome outcome) {
    return new Outcome(
        outcome.answer(),
        flat.errors,
        outcome.outputs(),
        outcome.errorOutputs(),
        outcome.updates(),
        outcome.effects());
  }

  private void steps(List<Table> steps, List<Table> checks, List<Table> bodies) {
    Map<String, Table> known = new LinkedHashMap<>();
    steps.forEach(step -> known.put(step.name(), step));
    Map<String, Integer> state = new LinkedHashMap<>();
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (Table step : steps) {
      visit(step, known, state, sizes);
    }
    List<Table> calling = new ArrayList<>(checks);
    calling.addAll(bodies);
    for (Table table : calling) {
      for (Transition row : table.rows()) {
        long size = size(row, known, sizes);
        if (size > MOST_EFFECTS) {
          report.report(Diagnostic.of(
                  Rule.TOO_MANY_EFFECTS,
                  row.at("effects"),
                  "row `" + row.id().id() + "` comes to more than " + MOST_EFFECTS + " effects")
              .withNote("its steps and traits are worked in"));
        }
        parameters(row, known);
      }
    }
  }

  /** The parameters that the steps of a row read must belong to all of its events. */
  private void parameters(Transition row, Map<String, Table> known) {
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call && known.containsKey(call.step())) {
        for (String name : readBy(call.step(), known)) {
          parameter(row, name);
        }
      }
    }
  }

  private void parameter(Transition row, String name) {
    for (Event event : row.events()) {
      if (event.parameter(name).isEmpty()) {
        report.report(Diagnostic.of(
                Rule.PARAMETER_NOT_SHARED,
                row.at("effects"),
                "row `" + row.id().id() + "` calls a step that reads the parameter `" + name + "`")
            .withNote("the event `" + event.name() + "` does not have it"));
        return;
      }
    }
  }

  /** The parameters that a step reads, by way of the steps that it calls too. */
  private Set<String> readBy(String step, Map<String, Table> known) {
    Set<String> before = readBySteps.get(step);
    if (before != null) {
      return before;
    }
    Set<String> read = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>(List.of(step));
    List<String> open = new ArrayList<>(seen);
    while (!open.isEmpty()) {
      Table table = known.get(open.remove(open.size() - 1));
      if (table == null) {
        continue;
      }
      for (Transition row : table.rows()) {
        for (Slot slot : Reads.of(row)) {
          if (slot instanceof Parameter) {
            read.add(slot.name());
          }
        }
        for (EffectItem item : row.outcome().effects()) {
          if (item instanceof EffectItem.Call call && seen.add(call.step())) {
            open.add(call.step());
          }
        }
      }
    }
    readBySteps.put(step, read);
    return read;
  }

  private static final int OPEN = 1;
  private static final int DONE = 2;

  private void visit(
      Table step, Map<String, Table> known, Map<String, Integer> state, Map<String, Long> sizes) {
    if (state.getOrDefault(step.name(), 0) != 0) {
      return;
    }
    int open = 0;
    for (int each : state.values()) {
      open += each == OPEN ? 1 : 0;
    }
    if (open > 200) {
      report.report(Rule.TOO_DEEP, step.at(), "steps call each other more than 200 deep");
      return;
    }
    state.put(step.name(), OPEN);
    long most = 0;
    for (Transition row : step.rows()) {
      for (EffectItem item : row.outcome().effects()) {
        if (item instanceof EffectItem.Call call && known.containsKey(call.step())) {
          if (state.getOrDefault(call.step(), 0) == OPEN) {
            report.report(
                Rule.CYCLIC_STEP,
                row.at("effects"),
                "the step `" + step.name() + "` calls itself by way of `" + call.step() + "`");
          } else {
            visit(known.get(call.step()), known, state, sizes);
          }
        }
      }
      most = Math.max(most, size(row, known, sizes));
    }
    sizes.put(step.name(), most);
    state.put(step.name(), DONE);
  }

  private long size(Transition row, Map<String, Table> known, Map<String, Long> sizes) {
    long size = 0;
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call) {
        if (!known.containsKey(call.step())) {
          report.unknown(
              new dev.foliospec.syntax.Name(call.step(), row.at("effects")),
              "step",
              known.keySet());
        }
        size += sizes.getOrDefault(call.step(), 1L);
      } else if (item instanceof EffectItem.FromTrait from) {
        TraitSetting setting = flat.traits.get(from.trait().name());
        long listed = 1;
        if (setting != null) {
          for (TraitSetting.Alternative each : setting.alternatives()) {
            if (each instanceof TraitSetting.Listed list) {
              listed = Math.max(listed, list.effects().size());
            }
          }
        }
        size += listed;
      } else {
        size++;
      }
      size = Math.min(size, 1_000_000L);
    }
    return size;
  }

  private void complete(Head head, List<Table> checks, List<Table> bodies, List<Table> steps) {
    Set<String> read = new LinkedHashSet<>();
    List<Table> all = new ArrayList<>(checks);
    all.addAll(bodies);
    all.addAll(steps);
    for (Table table : all) {
      table.where().ifPresent(where -> traits(Reads.of(where), read));
      for (Transition row : table.rows()) {
        traits(Reads.of(row), read);
        for (EffectItem item : row.outcome().effects()) {
          if (item instanceof EffectItem.FromTrait from) {
            read.add(from.trait().name());
          }
        }
      }
    }
    for (Initial initial : flat.initials.values()) {
      initial
          .cases()
          .forEach(
              each -> each.condition().ifPresent(condition -> traits(Reads.of(condition), read)));
    }
    List<String> open =
        read.stream().filter(each -> !flat.traits.containsKey(each)).toList();
    if (!open.isEmpty()) {
      report.report(Diagnostic.of(
              Rule.TRAIT_NOT_SET,
              head.at(),
              "the policy `" + head.name() + "` does not set " + Reporter.listed(open))
          .withNote("its rows read them")
          .withHelp("write `trait " + open.get(0) + " = ...`, or begin with `abstract policy`"));
    }
    for (Variable variable : flat.variables) {
      boolean own = !variable.shared();
      if (own && variable.initial().isEmpty() && !flat.initials.containsKey(variable.name())) {
        report.report(Diagnostic.of(
                Rule.NO_INITIAL_VALUE,
                variable.at(),
                "the variable `" + variable.name() + "` has no initial value")
            .withHelp("write `= VALUE` after its type, or an `init` line"));
      }
      if (variable.shared()
          && variable.initial().isEmpty()
          && !flat.initials.containsKey(variable.name())) {
        report.breakSilently();
      }
    }
    long variants = 1;
    for (TraitSetting setting : flat.traits.values()) {
      variants = Math.min(variants * setting.alternatives().size(), 1_000_000L);
    }
    if (variants > MOST_VARIANTS) {
      report.report(Diagnostic.of(
              Rule.TOO_MANY_VARIANTS,
              head.at(),
              "the undecided traits of `" + head.name() + "` make more than " + MOST_VARIANTS
                  + " variants")
          .withHelp("decide some of them, or split the policy"));
    }
  }

  private static void traits(List<Slot> slots, Set<String> read) {
    for (Slot slot : slots) {
      if (slot instanceof Trait) {
        read.add(slot.name());
      }
    }
  }
}
