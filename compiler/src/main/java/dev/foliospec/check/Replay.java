package dev.foliospec.check;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.State;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One scenario, in one policy, set up in one way. It follows every state that the answers so far
 * leave possible, each with one way to it.
 */
final class Replay {
  private final Scenario scenario;
  private final Policy policy;
  private final Configuration configuration;
  private final Steps interpreter;
  private final boolean deterministic;
  private Map<State, List<TraceStep>> possible = new LinkedHashMap<>();

  Replay(
      Scenario scenario,
      Policy policy,
      Configuration configuration,
      Steps interpreter,
      boolean deterministic) {
    this.scenario = scenario;
    this.policy = policy;
    this.configuration = configuration;
    this.interpreter = interpreter;
    this.deterministic = deterministic;
  }

  /** Whether a policy leaves nothing open, as far as its cells show. */
  static boolean deterministic(Policy policy) {
    for (Table table : policy.tables()) {
      for (Transition row : table.rows()) {
        if (leavesOpen(row)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean leavesOpen(Transition row) {
    Outcome outcome = row.outcome();
    boolean open = row.alternativeTo().isPresent()
        || outcome.answer() == Outcome.Answer.ANY
        || outcome.answer() == Outcome.Answer.OK_OR
        || outcome.errors().size() > 1;
    for (Update update : outcome.updates()) {
      open |= isOpen(update.value());
    }
    for (OutputValue output : outcome.outputs()) {
      open |= isOpen(output.value());
    }
    return open;
  }

  private static boolean isOpen(NewValue value) {
    return value instanceof NewValue.Any || value instanceof NewValue.OneOf;
  }

  /** Whether the policy follows the scenario; says no more, and so is quick. */
  boolean follows() {
    List<State> states = List.of(interpreter.initial(configuration));
    for (Scenario.Step step : scenario.steps()) {
      Input input = input(step);
      List<State> next = new ArrayList<>();
      for (State state : states) {
        Reply reply = interpreter.step(configuration, state, input);
        if (reply instanceof Reply.Answered answered) {
          for (Response response : answered.responses()) {
            if (allowed(step, response) && !next.contains(response.next())) {
              next.add(response.next());
            }
          }
        }
      }
      if (next.isEmpty()) {
        return false;
      }
      states = next;
    }
    return true;
  }

  /** The first step at which the policy does something else, if it does. */
  Optional<Disagreement> disagreement() {
    possible = new LinkedHashMap<>();
    possible.put(interpreter.initial(configuration), List.of());
    for (Scenario.Step step : scenario.steps()) {
      Round round = new Round(step);
      possible.forEach(round::ask);
      if (round.next.isEmpty()) {
        return round.disagreement();
      }
      possible = round.next;
    }
    return Optional.empty();
  }

  private boolean allowed(Scenario.Step step, Response response) {
    if (step.answer().isPresent() && !step.answer().get().equals(response.answer())) {
      return false;
    }
    List<Output> outputs = step.event().outputs();
    for (int at = 0; at < outputs.size(); at++) {
      Scenario.Expected wanted = step.outputs().get(outputs.get(at).name());
      if (wanted != null && !allowed(outputs.get(at), wanted, response.outputs().get(at))) {
        return false;
      }
    }
    return true;
  }

  /** What is given must be what is expected; only an open policy may promise less. */
  private boolean allowed(Output output, Scenario.Expected wanted, Shown shown) {
    if (shown instanceof Shown.Whatever) {
      return true;
    }
    if (shown instanceof Shown.One one) {
      return wanted.value().filter(one.value()::equals).isPresent()
          || (!deterministic && output.type().matchesAny(one.value()));
    }
    return wanted.value().isEmpty();
  }

  private Input input(Scenario.Step step) {
    List<Value> chances = new ArrayList<>();
    for (Chance chance : policy.chances()) {
      chances.add(step.chances().getOrDefault(chance.name(), chance.usual()));
    }
    return new Input(step.event(), step.arguments(), chances);
  }

  /** One step of the scenario, asked of each state that is possible. */
  private final class Round {
    private final Scenario.Step step;
    private final Input input;
    private final Map<State, List<TraceStep>> next = new LinkedHashMap<>();
    private final Set<String> given = new LinkedHashSet<>();
    private final Set<RowId> rows = new LinkedHashSet<>();
    private List<TraceStep> trace = List.of();
    private boolean unsettled;
    private boolean happens;

    Round(Scenario.Step step) {
      this.step = step;
      this.input = input(step);
    }

    void ask(State state, List<TraceStep> soFar) {
      Reply reply = interpreter.step(configuration, state, input);
      if (reply instanceof Reply.Answered answered) {
        for (Response response : answered.responses()) {
          List<TraceStep> longer = new ArrayList<>(soFar);
          longer.add(shown(state, response));
          if (allowed(step, response)) {
            next.putIfAbsent(response.next(), longer);
          }
          note(response.row(), answer(response), longer);
        }
      } else if (reply instanceof Reply.Forbidden forbidden) {
        note(forbidden.row(), "forbids `" + input.call() + "` here", soFar);
      } else if (reply instanceof Reply.Beyond || reply instanceof Reply.Lacking) {
        if (trace.isEmpty()) {
          trace = soFar;
        }
      } else {
        unsettled = true;
      }
    }

    private void note(RowId row, String what, List<TraceStep> way) {
      if (!happens) {
        trace = way;
      }
      happens = true;
      given.add(what);
      rows.add(row);
    }

    /** Nothing where the policy has a gap, an overlap or a row that cannot be carried out. */
    Optional<Disagreement> disagreement() {
      if (unsettled && !happens) {
        return Optional.empty();
      }
      if (!happens) {
        return Optional.of(new Disagreement(
            Rule.SCENARIO_IMPOSSIBLE, step, impossible(), cannot(), List.of(), trace));
      }
      List<Transition> answering =
          rows.stream().map(policy::row).flatMap(Optional::stream).toList();
      return Optional.of(new Disagreement(
          Rule.SCENARIO_DISAGREES,
          step,
          expected(),
          String.join(", or ", given),
          answering,
          trace));
    }

    private boolean lacked() {
      return policy.event(step.event().name()).isEmpty();
    }

    private String cannot() {
      return lacked()
          ? "lacks `%s`".formatted(step.event().name())
          : "has no `%s` here".formatted(input.call());
    }

    private String impossible() {
      return lacked() ? "the policy has no such event" : "its `only when` does not hold";
    }

    private String expected() {
      List<String> parts = new ArrayList<>();
      step.answer().ifPresent(answer -> parts.add("`" + answer + "`"));
      step.outputs()
          .forEach((name, wanted) -> parts.add(wanted
              .value()
              .map(value -> "`%s` = `%s`".formatted(name, value))
              .orElse("no `" + name + "`")));
      return "expected " + String.join(", ", parts);
    }

    private String answer(Response response) {
      StringBuilder text = new StringBuilder("answers `").append(input.call()).append("` with `");
      text.append(
          switch (response.kind()) {
            case OK -> "ok";
            case REFUSED -> "refuse " + response.answer();
            case FAILED -> "fail " + response.answer();
          });
      text.append("`");
      List<Output> outputs = step.event().outputs();
      for (int at = 0; at < outputs.size(); at++) {
        Shown shown = response.outputs().get(at);
        String name = outputs.get(at).name();
        if (shown instanceof Shown.One one) {
          text.append(", `%s` = `%s`".formatted(name, one.value()));
        } else if (shown instanceof Shown.Whatever) {
          text.append(", `%s` = `any`".formatted(name));
        } else if (step.outputs().containsKey(name)) {
          text.append(", no `%s`".formatted(name));
        }
      }
      return text.toString();
    }

    private TraceStep shown(State before, Response response) {
      Event event = step.event();
      Map<String, String> arguments = new LinkedHashMap<>();
      for (int at = 0; at < event.parameters().size(); at++) {
        arguments.put(
            event.parameters().get(at).name(), step.arguments().get(at).name());
      }
      Map<String, String> outputs = new LinkedHashMap<>();
      for (int at = 0; at < event.outputs().size(); at++) {
        if (response.outputs().get(at) instanceof Shown.One one) {
          outputs.put(event.outputs().get(at).name(), one.value().name());
        } else if (response.outputs().get(at) instanceof Shown.Whatever) {
          outputs.put(event.outputs().get(at).name(), "any");
        }
      }
      return new TraceStep(
          event.name(),
          arguments,
          response.answer(),
          outputs,
          Optional.of(response.row().id()),
          changes(before, response));
    }

    private String changes(State before, Response response) {
      List<String> lines = new ArrayList<>();
      for (int at = 0; at < policy.variables().size(); at++) {
        Value was = before.values().get(at);
        Value is = response.next().values().get(at);
        if (!was.equals(is)) {
          lines.add("%s: %s -> %s".formatted(policy.variables().get(at).name(), was, is));
        }
      }
      if (!response.effects().isEmpty()) {
        lines.add(response.effects().stream()
            .map(Effect::name)
            .collect(Collectors.joining(", ", "does ", "")));
      }
      return String.join("\n", lines);
    }
  }
}
