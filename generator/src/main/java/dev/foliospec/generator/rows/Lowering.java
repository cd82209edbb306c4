package dev.foliospec.generator.rows;

import dev.foliospec.model.Condition;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Works a policy's rows out, event by event. */
public final class Lowering {
  /** With more ways than these nobody would read what a row does; steps multiply. */
  private static final int MOST_WAYS = 4_000;

  /** Rows whose steps make more ways than are written. */
  private static final class TooManyWays extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyWays(Transition row) {
      super("row " + row.id().spelled() + " and its steps make more than " + MOST_WAYS + " ways");
    }
  }

  private final Policy policy;
  private final Settled settled;

  private Lowering(Policy policy) {
    this.policy = policy;
    settled = new Settled(policy);
  }

  /**
   * What a sound policy says; empty where the steps of some row make more than {@value #MOST_WAYS}
   * ways to carry it out. Rows that cannot apply as the traits are decided are left out.
   */
  public static Optional<Lowered> of(Policy policy) {
    Lowering lowering = new Lowering(policy);
    try {
      List<EventRows> events = new ArrayList<>();
      for (Event event : policy.events()) {
        events.add(lowering.event(event));
      }
      return Optional.of(new Lowered(policy, lowering.settled, events));
    } catch (TooManyWays tooMany) {
      return Optional.empty();
    }
  }

  private EventRows event(Event event) {
    List<Expression> onlyWhen =
        event.onlyWhen().map(each -> Settled.conjuncts(settled.of(each))).orElse(List.of());
    List<CheckRows> checks = new ArrayList<>();
    for (Table table : policy.checks()) {
      if (table.on(event)) {
        List<Answering> rows = answering(table, event, Known.nothing().and(onlyWhen));
        if (!rows.isEmpty()) {
          checks.add(new CheckRows(table, rows));
        }
      }
    }
    List<Answering> bodies = new ArrayList<>();
    for (Table table : policy.bodies()) {
      if (table.on(event)) {
        bodies.addAll(answering(table, event, Known.nothing().and(onlyWhen)));
      }
    }
    return new EventRows(event, onlyWhen, checks, bodies);
  }

  private List<Answering> answering(Table table, Event event, Known known) {
    List<Answering> rows = new ArrayList<>();
    for (Transition row : table.rows()) {
      if (row.answers(event) && row.alternativeTo().isEmpty()) {
        List<Expression> guard = new ArrayList<>();
        table.where().ifPresent(where -> guard.addAll(Settled.conjuncts(settled.of(where))));
        guard.addAll(applies(table, row, Optional.of(event)));
        if (possible(guard, known)) {
          List<Transition> together = withAlternatives(row);
          boolean forbidden = together.stream().anyMatch(Lowering::forbids);
          for (Transition each : together) {
            rows.add(new Answering(
                each,
                table,
                event,
                guard,
                forbidden ? List.of() : ways(each, event, guard),
                forbidden));
          }
        }
      }
    }
    return rows;
  }

  private static boolean forbids(Transition row) {
    return row.outcome().answer() == Outcome.Answer.FORBID;
  }

  private static boolean possible(List<Expression> guard, Known known) {
    Known here = known.and(guard);
    return here.consistent() && guard.stream().noneMatch(here::excludes);
  }

  private List<Transition> withAlternatives(Transition row) {
    List<Transition> together = new ArrayList<>(List.of(row));
    for (Table table : policy.bodies()) {
      for (Transition other : table.rows()) {
        if (other.alternativeTo().isPresent() && other.alternativeTo().get().equals(row.id())) {
          together.add(other);
        }
      }
    }
    return together;
  }

  // --- When a row applies
  // --------------------------------------------------------------------------

  private List<Expression> applies(Table table, Transition row, Optional<Event> event) {
    List<Expression> guard = new ArrayList<>(covers(table, row, event));
    for (RowId splitting : row.splitBy()) {
      for (Transition each : table.rows()) {
        if (each.id().equals(splitting) && asksThis(each, event)) {
          guard.addAll(Settled.conjuncts(Settled.not(Settled.all(covers(table, each, event)))));
        }
      }
    }
    return guard;
  }

  private List<Expression> covers(Table table, Transition row, Optional<Event> event) {
    List<Expression> covers = new ArrayList<>(cells(row));
    if (row.guard().otherwise()) {
      for (Transition other : table.rows()) {
        if (!other.guard().otherwise()
            && other.alternativeTo().isEmpty()
            && asksThis(other, event)) {
          covers.addAll(Settled.conjuncts(Settled.not(Settled.all(cells(other)))));
        }
      }
    }
    return covers;
  }

  private static boolean asksThis(Transition row, Optional<Event> event) {
    return event.isEmpty() || row.answers(event.get());
  }

  private List<Expression> cells(Transition row) {
    List<Expression> cells = new ArrayList<>();
    for (Condition condition : row.guard().conditions()) {
      cells.addAll(Settled.conjuncts(settled.of(expression(condition.test()))));
    }
    return cells;
  }

  private static Expression expression(Condition.Test test) {
    if (test instanceof Condition.Within within) {
      return new Expression.Within(new Expression.Term(within.slot(), false), within.values());
    }
    if (test instanceof Condition.Same same) {
      return new Expression.Compared(
          new Expression.Term(same.slot(), false),
          same.negated() ? Expression.Comparator.DIFFERENT : Expression.Comparator.EQUAL,
          new Expression.Term(same.other(), false));
    }
    Condition.Holds holds = (Condition.Holds) test;
    return holds.truth() ? holds.expression() : Settled.not(holds.expression());
  }

  // --- What it does
  // --------------------------------------------------------------------------------

  /** A choice of one row for each step that is called. */
  private record Choice(
      Map<String, Transition> rows, List<Expression> when, Known known, List<String> open) {
    Choice {
      open = List.copyOf(open);
    }
  }

  private List<Way> ways(Transition row, Event event, List<Expression> guard) {
    if (row.outcome().answer() == Outcome.Answer.PASS) {
      return List.of();
    }
    List<Way> ways = new ArrayList<>();
    Choice none = new Choice(Map.of(), List.of(), Known.nothing().and(guard), calls(row));
    List<Choice> choices = new ArrayList<>();
    choose(row, none, choices);
    for (Choice choice : choices) {
      ways.add(new Doing(policy, settled, event, choice.rows()).way(row, choice.when()));
    }
    return ways;
  }

  private static List<String> calls(Transition row) {
    List<String> calls = new ArrayList<>();
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call) {
        calls.add(call.step());
      }
    }
    return calls;
  }

  private void choose(Transition row, Choice so, List<Choice> found) {
    Optional<String> next =
        so.open().stream().filter(step -> !so.rows().containsKey(step)).findFirst();
    if (next.isEmpty()) {
      if (found.size() == MOST_WAYS) {
        throw new TooManyWays(row);
      }
      found.add(so);
      return;
    }
    Table step = policy.step(next.get()).orElseThrow();
    List<Expression> where =
        step.where().map(each -> Settled.conjuncts(settled.of(each))).orElse(List.of());
    for (Transition each : step.rows()) {
      List<Expression> more = new ArrayList<>(where);
      more.addAll(applies(step, each, Optional.empty()));
      Known known = so.known().and(more);
      if (known.consistent() && more.stream().noneMatch(known::excludes)) {
        Map<String, Transition> rows = new LinkedHashMap<>(so.rows());
        rows.put(step.name(), each);
        List<Expression> when = new ArrayList<>(so.when());
        for (Expression one : more) {
          if (!so.known().implied(one) && !when.contains(one)) {
            when.add(one);
          }
        }
        List<String> open = new ArrayList<>(calls(each));
        open.addAll(so.open());
        choose(row, new Choice(rows, when, known, open), found);
      }
    }
  }

  /** The names of the errors of an answer. */
  static List<String> errors(Outcome outcome) {
    return outcome.errors().stream().map(ErrorAnswer::name).toList();
  }
}
