package dev.foliospec.generator.plan;

import dev.foliospec.model.Event;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From a policy's rows to decision trees over its columns. */
final class MachinePlanner {
  private final PolicyPlan plan;
  private final Policy policy;
  private final Formulas formulas = new Formulas();
  private final Names methods = new Names("step", "main");
  private final List<MachinePlan.EventMethod> events = new ArrayList<>();
  private final Map<Integer, List<Done>> done = new HashMap<>();
  private final Map<RowId, RowPlan> byId;
  private final Set<RowId> alternated = new HashSet<>();

  /** What a row does for some events. */
  private record Done(List<EventPlan> events, RowCompiler.Done does) {}

  private MachinePlanner(PolicyPlan plan) {
    this.plan = plan;
    this.policy = plan.policy();
    this.byId = plan.rowsById();
    for (Table table : policy.bodies()) {
      table.rows().forEach(row -> row.alternativeTo().ifPresent(alternated::add));
    }
  }

  static MachinePlan plan(PolicyPlan plan) {
    return new MachinePlanner(plan).plan();
  }

  private MachinePlan plan() {
    for (EventPlan event : plan.vocabulary().events()) {
      String method = methods.claim(Names.camel(event.event().name()));
      events.add(
          policy.event(event.event().name()).isPresent()
              ? answered(event, method)
              : new MachinePlan.EventMethod(
                  event, method, true, Optional.empty(), List.of(), Optional.empty(), List.of()));
    }
    return new MachinePlan(plan, events, rowMethods());
  }

  private MachinePlan.EventMethod answered(EventPlan event, String method) {
    Scope scope = new Scope(plan.places(), formulas, event.event());
    Optional<Formula> onlyWhen = event.event().onlyWhen().map(scope::formula);
    List<Formula> spared = new ArrayList<>();
    onlyWhen.ifPresent(formula -> spared.add(formulas.not(formula)));
    for (Places.Choice choice : plan.places().configuration()) {
      spared.add(formulas.not(formulas.in(choice.place(), choice.allowed())));
    }
    List<String> tables = new ArrayList<>();
    List<MachinePlan.CheckTable> checks = new ArrayList<>();
    boolean open = onlyWhen.isEmpty() || !onlyWhen.get().isFalse();
    for (Table table : policy.checks()) {
      if (open && table.on(event.event())) {
        List<MachinePlan.CheckRow> rows = checkRows(table, event, scope);
        if (!rows.isEmpty()) {
          checks.add(new MachinePlan.CheckTable(table, rows));
          tables.add(table.name());
          Formula taken = taken(rows);
          spared.add(taken);
          open = !taken.isTrue();
        }
      }
    }
    Optional<Node> body = Optional.empty();
    if (open) {
      body = Optional.of(body(event, scope, formulas.or(spared)));
      policy.bodies().stream()
          .filter(table -> table.on(event.event()))
          .forEach(table -> tables.add(table.name()));
    }
    return new MachinePlan.EventMethod(event, method, false, onlyWhen, checks, body, tables);
  }

  private List<MachinePlan.CheckRow> checkRows(Table table, EventPlan event, Scope scope) {
    List<MachinePlan.CheckRow> rows = new ArrayList<>();
    for (Transition row : table.rows()) {
      Formula when = scope.applies(table, row, false);
      if (when.isFalse()) {
        continue;
      }
      Optional<Node.Answer> answer = Optional.empty();
      if (row.outcome().answer() != Outcome.Answer.PASS) {
        answer = Optional.of(new Node.Answer(number(row)));
        carryOut(row, event, scope, when);
      }
      rows.add(new MachinePlan.CheckRow(when, answer, row.id().id()));
      if (when.isTrue()) {
        break;
      }
    }
    while (!rows.isEmpty() && rows.get(rows.size() - 1).answer().isEmpty()) {
      rows.remove(rows.size() - 1);
    }
    return rows;
  }

  private Formula taken(List<MachinePlan.CheckRow> rows) {
    Formula rest = formulas.literally(false);
    for (int i = rows.size() - 1; i >= 0; i--) {
      MachinePlan.CheckRow row = rows.get(i);
      rest = row.answer().isPresent()
          ? formulas.or(List.of(row.when(), rest))
          : formulas.and(List.of(formulas.not(row.when()), rest));
    }
    return rest;
  }

  private Node body(EventPlan event, Scope scope, Formula spared) {
    Set<Place> order = new LinkedHashSet<>();
    List<TreeCompiler.Candidate> candidates = new ArrayList<>();
    for (Table table : policy.bodies()) {
      if (!table.on(event.event())) {
        continue;
      }
      for (String heading : table.headings()) {
        plan.places()
            .parameter(event.event(), heading)
            .or(() -> plan.places().element(event.event(), heading))
            .or(() -> plan.places().place(heading))
            .ifPresent(order::add);
      }
      for (Transition row : table.rows()) {
        if (row.alternativeTo().isPresent()) {
          continue;
        }
        Formula when = scope.applies(table, row, false);
        if (!when.isFalse()) {
          candidates.add(new TreeCompiler.Candidate(when, new Node.Answer(number(row))));
          carryOut(row, event, scope, when);
        }
      }
    }
    order.addAll(all(event.event()));
    return new TreeCompiler(formulas, List.copyOf(order)).compile(candidates, spared);
  }

  private List<Place> all(Event event) {
    List<Place> all =
        new ArrayList<>(plan.places().parameters().getOrDefault(event.name(), List.of()));
    all.addAll(plan.places().elements(event));
    all.addAll(plan.places().state());
    plan.places().configuration().forEach(each -> all.add(each.place()));
    all.addAll(plan.places().chances());
    return all;
  }

  private int number(Transition row) {
    return planned(row).number();
  }

  private RowPlan planned(Transition row) {
    RowPlan planned = byId.get(row.id());
    if (planned == null) {
      throw new IllegalArgumentException("no row " + row.id());
    }
    return planned;
  }

  private void carryOut(Transition row, EventPlan event, Scope scope, Formula when) {
    RowPlan planned = planned(row);
    RowCompiler.Done node = hasAlternatives(row)
        ? new RowCompiler.Done(new Node.Uncovered(), Optional.empty())
        : new RowCompiler(policy, plan.places(), scope, event, plan.effects(), plan.errors())
            .compile(row, allowed(when, event));
    List<Done> own = done.computeIfAbsent(planned.number(), key -> new ArrayList<>());
    for (Done each : own) {
      if (each.does().equals(node)) {
        each.events().add(event);
        return;
      }
    }
    own.add(new Done(new ArrayList<>(List.of(event)), node));
  }

  private Formula allowed(Formula when, EventPlan event) {
    List<Formula> parts = new ArrayList<>(List.of(when));
    for (Places.Choice choice : plan.places().configuration()) {
      List<Value> allowed = choice.allowed();
      parts.add(formulas.in(choice.place(), allowed));
    }
    event
        .event()
        .onlyWhen()
        .ifPresent(
            each -> parts.add(new Scope(plan.places(), formulas, event.event()).formula(each)));
    return formulas.and(parts);
  }

  private boolean hasAlternatives(Transition row) {
    return alternated.contains(row.id());
  }

  private List<MachinePlan.RowMethod> rowMethods() {
    List<MachinePlan.RowMethod> made = new ArrayList<>();
    for (RowPlan row : plan.rows()) {
      List<Done> own = done.getOrDefault(row.number(), List.of());
      for (Done each : own) {
        String name = Names.lower(row.row().id().id());
        if (own.size() > 1) {
          name = name + Names.pascal(each.events().get(0).event().name());
        }
        String method = methods.claim(name);
        Optional<MachinePlan.EffectsMethod> effects = each.does()
            .effects()
            .map(node -> new MachinePlan.EffectsMethod(methods.claim(method + "Effects"), node));
        made.add(
            new MachinePlan.RowMethod(row, each.events(), method, each.does().node(), effects));
      }
    }
    return made;
  }
}
