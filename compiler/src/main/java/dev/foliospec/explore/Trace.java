package dev.foliospec.explore;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A run of one policy from an initial state.
 *
 * @param policy the policy
 * @param configuration its flags and choices
 * @param start the initial state
 * @param steps what happened
 */
public record Trace(Policy policy, Configuration configuration, State start, List<Step> steps) {
  /** Copies the list. */
  public Trace {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param input what happened
   * @param reaction what was answered
   * @param next the state afterwards
   */
  public record Step(Input input, Reaction reaction, State next) {}

  /** The state at its end. */
  public State end() {
    return steps.isEmpty() ? start : steps.get(steps.size() - 1).next();
  }

  /** Its events as they are written in a mail, joined by commas. */
  public String calls() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append(text.length() == 0 ? "" : ", ").append(step.input().call());
    }
    return text.toString();
  }

  /** The steps in the shape that findings and differences share; details say what changed. */
  public List<TraceStep> toSteps() {
    List<TraceStep> all = new ArrayList<>();
    State before = start;
    for (Step step : steps) {
      all.add(toStep(policy, step.input(), step.reaction(), before, step.next()));
      before = step.next();
    }
    return all;
  }

  /** One step in that shape. */
  public static TraceStep toStep(
      Policy policy, Input input, Reaction reaction, State before, State next) {
    Event event = input.event();
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int at = 0; at < event.parameters().size(); at++) {
      arguments.put(event.parameters().get(at).name(), input.arguments().get(at).name());
    }
    Map<String, String> outputs = new LinkedHashMap<>();
    for (int at = 0; at < reaction.outputs().size(); at++) {
      Given given = reaction.outputs().get(at);
      if (given.value().isPresent()) {
        outputs.put(event.outputs().get(at).name(), given.value().get().name());
      } else if (given.anything()) {
        outputs.put(event.outputs().get(at).name(), "any");
      }
    }
    List<String> details = new ArrayList<>();
    for (int at = 0; at < policy.chances().size(); at++) {
      Value chance = input.chances().get(at);
      if (!chance.equals(policy.chances().get(at).usual())) {
        details.add("chance " + policy.chances().get(at).name() + " = " + chance);
      }
    }
    for (int at = 0; at < policy.variables().size(); at++) {
      Value old = before.values().get(at);
      Value now = next.values().get(at);
      if (!old.equals(now)) {
        details.add(policy.variables().get(at).name() + ": " + old + " -> " + now);
      }
    }
    return new TraceStep(
        event.name(),
        arguments,
        reaction.answer(),
        outputs,
        Optional.of(reaction.row().id()),
        String.join(", ", details));
  }
}
