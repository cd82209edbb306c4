package dev.foliospec.run;

import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Input;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a policy says, read from its cells one step at a time.
 *
 * <p>Checks are asked in order, then exactly one row of the bodies must apply. Reports nothing; what
 * goes wrong is part of the {@link Reply}. Asks only policies that are {@link Policy#sound()}. Not for
 * several threads at once.
 */
public final class Interpreter {
  private final Policy policy;
  private final Rows rows = new Rows();
  private final Set<String> events = new HashSet<>();
  private final List<Transition> alternatives = new ArrayList<>();
  private final @Nullable Pages pages;
  private @Nullable Configuration lastAsked;
  private @Nullable Point lastSetUp;

  /** An interpreter of one sound policy. */
  public Interpreter(Policy policy) {
    this.policy = policy;
    Lifting lifting = policy.lifting().orElse(null);
    pages = lifting == null ? null : new Pages(policy, lifting);
    for (Event event : policy.events()) {
      events.add(event.name());
    }
    for (Table table : policy.bodies()) {
      for (Transition row : table.rows()) {
        if (row.alternativeTo().isPresent()) {
          alternatives.add(row);
        }
      }
    }
  }

  /** Every way in which a run may be set up: each allowed flag value, each open choice. */
  public List<Configuration> configurations() {
    return Point.configurations(policy);
  }

  /** The state in which a run starts. */
  public State initial(Configuration configuration) {
    Point point = Point.of(policy, configuration);
    List<Value> values = new ArrayList<>();
    for (Variable variable : policy.variables()) {
      values.add(first(variable, point)
          .or(variable::initial)
          .orElseThrow(() -> new IllegalArgumentException(variable.name() + " starts nowhere")));
    }
    return new State(values);
  }

  private Optional<Value> first(Variable variable, Point point) {
    for (Initial initial : policy.initials()) {
      if (initial.variable().name().equals(variable.name())) {
        for (Initial.Case each : initial.cases()) {
          if (each.condition().isEmpty() || point.holds(each.condition().get())) {
            return Optional.of(each.value());
          }
        }
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Flags and traits, kept from one step to the next: a run does not change them. */
  private Point setUp(Configuration configuration) {
    Point known = lastSetUp;
    if (known != null && isLast(configuration)) {
      return known;
    }
    Point setUp = Point.of(policy, configuration);
    lastAsked = configuration;
    lastSetUp = setUp;
    return setUp;
  }

  // Part by part: the first use of a record's own comparison costs milliseconds at start.
  private boolean isLast(Configuration configuration) {
    Configuration last = lastAsked;
    return last != null
        && last.flags().equals(configuration.flags())
        && last.choices().equals(configuration.choices());
  }

  /** What the policy says when an event meets a state. */
  public Reply step(Configuration configuration, State state, Input input) {
    if (pages != null) {
      return pages.step(configuration, state, input);
    }
    Event event = input.event();
    if (!events.contains(event.name())) {
      return new Reply.Lacking();
    }
    Point point = Point.of(setUp(configuration), state, input);
    if (event.onlyWhen().isPresent() && !point.holds(event.onlyWhen().get())) {
      return new Reply.Beyond();
    }
    Optional<Transition> taken = takenByCheck(point, event);
    List<Transition> answering =
        taken.isPresent() ? List.of(taken.get()) : answeringInBodies(point, event);
    if (answering.isEmpty()) {
      return new Reply.Uncovered();
    }
    if (answering.size() > 1) {
      return new Reply.Overlapping(answering.stream().map(Transition::id).toList());
    }
    List<Transition> together = withAlternatives(answering.get(0));
    for (Transition row : together) {
      if (row.outcome().answer() == Outcome.Answer.FORBID) {
        return new Reply.Forbidden(row.id());
      }
    }
    return new Attempt(rows, configuration, point, state, event).carryOut(together);
  }

  /** The first row of the checks that holds the event back. */
  private Optional<Transition> takenByCheck(Point point, Event event) {
    for (Table table : policy.checks()) {
      Optional<Transition> first = firstOf(point, table, event);
      if (first.isPresent() && first.get().outcome().answer() != Outcome.Answer.PASS) {
        return first;
      }
    }
    return Optional.empty();
  }

  private Optional<Transition> firstOf(Point point, Table table, Event event) {
    if (!table.on(event) || !rows.opened(point, table)) {
      return Optional.empty();
    }
    for (Transition row : table.rows()) {
      if (rows.applies(point, table, row, Optional.of(event))) {
        return Optional.of(row);
      }
    }
    return Optional.empty();
  }

  private List<Transition> answeringInBodies(Point point, Event event) {
    List<Transition> answering = new ArrayList<>();
    for (Table table : policy.bodies()) {
      if (table.on(event) && rows.opened(point, table)) {
        for (Transition row : table.rows()) {
          if (row.alternativeTo().isEmpty()
              && rows.applies(point, table, row, Optional.of(event))) {
            answering.add(row);
          }
        }
      }
    }
    return answering;
  }

  private List<Transition> withAlternatives(Transition row) {
    List<Transition> together = new ArrayList<>(List.of(row));
    for (Transition other : alternatives) {
      if (other.alternativeTo().orElseThrow().equals(row.id())) {
        together.add(other);
      }
    }
    return together;
  }
}
