package dev.foliospec.diff;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Reaction;
import dev.foliospec.explore.Trace;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of each policy under the same inputs, up to a step at which they differ; and the step that
 * is to blame for it.
 */
final class Path {
  /** Stands for what is seen where a policy forbids. */
  static final long NOTHING_SEEN = -1;

  /** One run: {@code states} has one more entry than {@code edges}; an edge of -1 forbids. */
  private static final class Run {
    private final Dense dense;
    private final int[] inputs;
    private final int[] states;
    private final int[] edges;

    Run(Dense dense, int[] inputs, int[] states, int[] edges) {
      this.dense = dense;
      this.inputs = inputs;
      this.states = states;
      this.edges = edges;
    }
  }

  /**
   * The step that is to blame.
   *
   * @param causedAt its position from 1
   * @param kind what the two do differently there
   * @param deedA what the first does
   * @param deedB what the second does
   * @param callsAlike the event, without its arguments
   */
  record Fault(int causedAt, Kind kind, Deed deedA, Deed deedB, String callsAlike) {}

  private final Run runA;
  private final Run runB;

  private final SharedVariables shared;

  private Path(Run runA, Run runB, SharedVariables shared) {
    this.runA = runA;
    this.runB = runB;
    this.shared = shared;
  }

  /**
   * The path to a node and one more input, found from its end.
   *
   * @param sightA what is seen of the first policy's last step
   * @param sightB what is seen of the second policy's last step
   */
  static Path to(
      int node,
      int input,
      long sightA,
      long sightB,
      Half a,
      Half b,
      JointInputs inputs,
      Nodes nodes,
      SharedVariables shared) {
    int length = 1;
    for (int at = node; nodes.parent(at) >= 0; at = nodes.parent(at)) {
      length++;
    }
    int[][] own = new int[2][length];
    int[][] states = new int[2][length + 1];
    int[][] edges = new int[2][length];
    last(a, nodes.setA(node), inputs.ofA[input], sightA, own[0], states[0], edges[0]);
    last(b, nodes.setB(node), inputs.ofB[input], sightB, own[1], states[1], edges[1]);
    int at = node;
    for (int step = length - 2; step >= 0; step--) {
      int parent = nodes.parent(at);
      int taken = nodes.input(at);
      own[0][step] = inputs.ofA[taken];
      own[1][step] = inputs.ofB[taken];
      int[] beforeA =
          Blames.before(a, nodes.setA(parent), own[0][step], nodes.seenA(at), states[0][step + 1]);
      int[] beforeB =
          Blames.before(b, nodes.setB(parent), own[1][step], nodes.seenB(at), states[1][step + 1]);
      states[0][step] = beforeA[0];
      edges[0][step] = beforeA[1];
      states[1][step] = beforeB[0];
      edges[1][step] = beforeB[1];
      at = parent;
    }
    return new Path(
        new Run(a.dense, own[0], states[0], edges[0]),
        new Run(b.dense, own[1], states[1], edges[1]),
        shared);
  }

  /** The last step of a run. */
  private static void last(
      Half half, int set, int input, long sight, int[] own, int[] states, int[] edges) {
    int at = own.length - 1;
    int[] found = Blames.last(half, set, input, sight);
    own[at] = input;
    states[at] = found[0];
    edges[at] = found[1];
    states[at + 1] = found[1] < 0 ? found[0] : half.dense.target(found[1]);
  }

  /** How many chances have to be at another value than usual, on either side. */
  int unusual() {
    return unusual(runA) + unusual(runB);
  }

  private static int unusual(Run run) {
    List<Chance> chances = run.dense.policy().chances();
    int unusual = 0;
    for (int input : run.inputs) {
      List<Value> values = run.dense.input(input).chances();
      for (int at = 0; at < values.size(); at++) {
        unusual += values.get(at).equals(chances.get(at).usual()) ? 0 : 1;
      }
    }
    return unusual;
  }

  int length() {
    return runA.inputs.length;
  }

  int startA() {
    return runA.states[0];
  }

  int startB() {
    return runB.states[0];
  }

  List<TraceStep> stepsA() {
    return steps(runA);
  }

  List<TraceStep> stepsB() {
    return steps(runB);
  }

  private static List<TraceStep> steps(Run run) {
    Dense dense = run.dense;
    List<TraceStep> steps = new ArrayList<>();
    for (int at = 0; at < run.inputs.length; at++) {
      int input = run.inputs[at];
      State before = dense.state(run.states[at]);
      State after = dense.state(run.states[at + 1]);
      steps.add(Trace.toStep(dense.policy(), dense.input(input), reaction(run, at), before, after));
    }
    return steps;
  }

  private static Reaction reaction(Run run, int at) {
    Dense dense = run.dense;
    int edge = run.edges[at];
    if (edge < 0) {
      edge = dense.from(run.states[at], run.inputs[at]);
    }
    return dense.reactions().get(dense.reaction(edge));
  }

  /**
   * The step to blame: the first of those at whose end the shared variables differ and stay different
   * up to the end; where they never do, the last step itself.
   */
  Fault fault() {
    int last = length();
    int caused = last;
    while (caused > 1 && !alike(caused - 1)) {
      caused--;
    }
    Deed deedA = deed(runA, caused - 1);
    Deed deedB = deed(runB, caused - 1);
    String event = runA.dense.input(runA.inputs[caused - 1]).event().name();
    return new Fault(caused, kind(caused - 1), deedA, deedB, event);
  }

  /** Whether the shared variables have the same values before a step, counted from 0. */
  private boolean alike(int step) {
    return shared.alike(runA.states[step], runB.states[step]);
  }

  private Kind kind(int step) {
    Reaction ofA = reaction(runA, step);
    Reaction ofB = reaction(runB, step);
    boolean forbiddenA = ofA.kind() == Reaction.Kind.FORBIDDEN;
    if (forbiddenA != (ofB.kind() == Reaction.Kind.FORBIDDEN)) {
      return Kind.FORBIDDEN;
    }
    if (!ofA.answer().equals(ofB.answer())) {
      return Kind.ANSWER;
    }
    if (!outputs(ofA).equals(outputs(ofB))) {
      return Kind.OUTPUT;
    }
    if (!alike(step + 1)) {
      return Kind.STATE;
    }
    return names(ofA.effects()).equals(names(ofB.effects())) ? Kind.STATE : Kind.EFFECTS;
  }

  private static Deed deed(Run run, int step) {
    Policy policy = run.dense.policy();
    Reaction reaction = reaction(run, step);
    Transition row = policy.row(reaction.row()).orElseThrow();
    Event event = run.dense.input(run.inputs[step]).event();
    StringBuilder answer = new StringBuilder();
    answer.append(
        switch (reaction.kind()) {
          case OK -> "ok";
          case REFUSED -> "refuse " + reaction.answer();
          case FAILED -> "fail " + reaction.answer();
          case FORBIDDEN -> "forbid";
        });
    for (int at = 0; at < reaction.outputs().size(); at++) {
      Given given = reaction.outputs().get(at);
      String name = event.outputs().get(at).name();
      if (given.anything()) {
        answer.append(", ").append(name).append("=any");
      } else if (given.value().isPresent()) {
        answer.append(", ").append(name).append('=').append(given.value().get());
      }
    }
    State before = run.dense.state(run.states[step]);
    State after = run.dense.state(run.states[step + 1]);
    List<String> changes = new ArrayList<>();
    for (int at = 0; at < policy.variables().size(); at++) {
      if (!before.values().get(at).equals(after.values().get(at))) {
        changes.add(policy.variables().get(at).name()
            + ": "
            + before.values().get(at)
            + " -> "
            + after.values().get(at));
      }
    }
    return new Deed(row, answer.toString(), changes, names(reaction.effects()));
  }

  private static String outputs(Reaction reaction) {
    StringBuilder text = new StringBuilder();
    for (Given given : reaction.outputs()) {
      text.append(given.anything() ? "*" : given.value().map(Object::toString).orElse("-"));
      text.append(',');
    }
    return text.toString();
  }

  private static List<String> names(List<Effect> effects) {
    List<String> names = new ArrayList<>();
    for (Effect effect : effects) {
      names.add(effect.name());
    }
    return names;
  }
}
