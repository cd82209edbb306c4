package dev.foliospec.explore;

import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers events at single points.
 *
 * <p>{@link #answer} takes the point that the frame holds and leaves what the policy may do there in
 * {@link #moves}, {@link #reactions} and {@link #edges}. Not for several threads at once.
 */
final class Evaluation {
  /** The point, and behind it the state afterwards. */
  final int[] frame;

  /** By edge of the last answer: what is added to the rank, and the reaction. */
  long[] moves = new long[8];

  int[] reactions = new int[8];
  int edges;

  /** Of the last faulty answer. */
  Trouble trouble = Trouble.UNCOVERED;

  String subject = "";

  /** A row that had more responses at one point than it may. */
  @Nullable
  Transition tooManyResponses;

  private final Behaviour behaviour;
  private final Policy policy;
  private final Layout layout;
  private final Spread spread;

  /** The last step that was in trouble, with its rows. */
  private @Nullable Part troubledStep;

  private @Nullable Verdict troubledVerdict;

  /** By depth of calls: what is written there. */
  private final int[][] scratch;

  /** The effects done so far, in order. */
  private int[] done = new int[16];

  private int doneCount;
  private int[] key = new int[32];

  Evaluation(Behaviour behaviour) {
    this.behaviour = behaviour;
    policy = behaviour.policy;
    layout = behaviour.layout;
    frame = layout.frame();
    scratch = new int[behaviour.steps.length + 1][layout.variables];
    spread = new Spread(behaviour, this);
  }

  /**
   * Answers an event at the point that the frame holds.
   *
   * @return what becomes of it; {@link #edges} is 0 but for answered and forbidden points
   */
  PointKind answer(Part part, boolean exploring) {
    edges = 0;
    Verdict verdict = part.graph.decide(frame);
    if (exploring) {
      verdict.visited = true;
    }
    if (verdict.kind != PointKind.ANSWERED) {
      return verdict.kind;
    }
    if (verdict.candidates.length == 1) {
      Action action = part.actions[verdict.candidates[0]];
      if (action.answer == Outcome.Answer.FORBID) {
        forbid(action);
        return PointKind.FORBIDDEN;
      }
      if (part.single || (action.single && !action.calls)) {
        return (action.simple ? move(action) : walk(action)) ? PointKind.ANSWERED : fault();
      }
    }
    for (int candidate : verdict.candidates) {
      if (part.actions[candidate].answer == Outcome.Answer.FORBID) {
        edges = 0;
        forbid(part.actions[candidate]);
        return PointKind.FORBIDDEN;
      }
    }
    for (int candidate : verdict.candidates) {
      if (!spread.respond(part.actions[candidate])) {
        return fault();
      }
    }
    return PointKind.ANSWERED;
  }

  private PointKind fault() {
    edges = 0;
    return PointKind.FAULTY;
  }

  boolean trouble(Trouble kind, String name) {
    trouble = kind;
    subject = name;
    return false;
  }

  private void forbid(Action action) {
    if (action.reaction < 0) {
      doneCount = 0;
      action.reaction = intern(action, -1, Reaction.Kind.FORBIDDEN, Formula.NONE);
    }
    edge(0, action.reaction);
  }

  void edge(long move, int reaction) {
    if (edges == moves.length) {
      moves = Arrays.copyOf(moves, edges * 2);
      reactions = Arrays.copyOf(reactions, edges * 2);
    }
    moves[edges] = move;
    reactions[edges++] = reaction;
  }

  /** A row with one response that calls no step and reads no new value. */
  private boolean move(Action action) {
    long move = 0;
    for (int at = 0; at < action.writes.length; at++) {
      if (!action.makes(at, frame)) {
        continue;
      }
      Origin origin = action.origins[at];
      int code = value(origin, null);
      int variable = action.writes[at];
      if (code < 0) {
        return outside(code, origin, policy.variables().get(variable).name());
      }
      move += (code - frame[layout.variableBase + variable]) * layout.weight(variable);
    }
    if (action.answer == Outcome.Answer.REFUSE && (move != 0 || action.items.length > 0)) {
      doneCount = 0;
      items(action);
      if (move != 0 || doneCount > 0) {
        return trouble(Trouble.REFUSAL_CHANGES, changedBy(action));
      }
    }
    if (action.constantReaction && action.reaction >= 0) {
      edge(move, action.reaction);
      return true;
    }
    doneCount = 0;
    items(action);
    int reaction = respond(action, null);
    if (reaction == Integer.MIN_VALUE) {
      return false;
    }
    if (action.constantReaction) {
      action.reaction = reaction;
    }
    edge(move, reaction);
    return true;
  }

  String changedBy(Action action) {
    for (int at = 0; at < action.writes.length; at++) {
      Origin origin = action.origins[at];
      int variable = action.writes[at];
      if (action.makes(at, frame)
          && (origin.kind == Origin.SEVERAL
              || origin.primed
              || value(origin, null) != frame[layout.variableBase + variable])) {
        return policy.variables().get(variable).name();
      }
    }
    return "effects";
  }

  boolean outside(int code, Origin origin, String target) {
    return code == Origin.OUTSIDE_MAP
        ? trouble(Trouble.OUTSIDE_MAP, origin.subject)
        : trouble(Trouble.OUTSIDE_RANGE, target);
  }

  /** Adds the effects of a row that calls no step. */
  private void items(Action action) {
    for (int at = 0; at < action.items.length; at++) {
      if (action.items[at] == Action.DO) {
        done(action.subjects[at]);
      } else if (action.items[at] == Action.BY_CHOICE) {
        for (int effect : action.lists[at][frame[layout.choiceBase + action.subjects[at]]]) {
          done(effect);
        }
      }
    }
  }

  void done(int effect) {
    if (doneCount == done.length) {
      done = Arrays.copyOf(done, doneCount * 2);
    }
    done[doneCount++] = effect;
  }

  /** The reaction of a row with one response, or the least number where an output is in trouble. */
  private int respond(Action action, int @Nullable [] written) {
    int answer = action.answer == Outcome.Answer.OK ? -1 : action.errors[0];
    Reaction.Kind kind = action.answer == Outcome.Answer.OK
        ? Reaction.Kind.OK
        : action.answer == Outcome.Answer.REFUSE ? Reaction.Kind.REFUSED : Reaction.Kind.FAILED;
    int size = keyHead(action, answer, kind, action.outputs.length);
    for (int at = 0; at < action.outputs.length; at++) {
      int code = value(action.outputs[at], written);
      if (code < Origin.ANYTHING) {
        outside(code, action.outputs[at], outputName(action, at));
        return Integer.MIN_VALUE;
      }
      key[size++] = code;
    }
    return finish(size);
  }

  String outputName(Action action, int output) {
    Part part = partOf(action);
    return part == null || part.event == null
        ? ""
        : part.event.outputs().get(output).name();
  }

  private @Nullable Part partOf(Action action) {
    for (Part part : behaviour.events) {
      for (Action each : part.actions) {
        if (each == action) {
          return part;
        }
      }
    }
    return null;
  }

  private int keyHead(Action action, int answer, Reaction.Kind kind, int outputs) {
    int needed = 3 + outputs + doneCount;
    if (key.length < needed) {
      key = new int[needed * 2];
    }
    key[0] = action.number;
    key[1] = answer;
    key[2] = kind.ordinal();
    return 3;
  }

  private int finish(int size) {
    System.arraycopy(done, 0, key, size, doneCount);
    return behaviour.interned.number(key, size + doneCount);
  }

  int intern(Action action, int answer, Reaction.Kind kind, int[] outputs) {
    int size = keyHead(action, answer, kind, outputs.length);
    for (int output : outputs) {
      key[size++] = output;
    }
    return finish(size);
  }

  int value(Origin origin, int @Nullable [] written) {
    if (origin.kind == Origin.CONSTANT) {
      return origin.constant;
    }
    if (origin.kind == Origin.PICKED) {
      return value(origin.choices[frame[origin.place]], written);
    }
    if (origin.primed && written != null) {
      int now = written[origin.place - layout.variableBase];
      return origin.table[now >= 0 ? now : frame[origin.place]];
    }
    return origin.table[frame[origin.place]];
  }

  /** A row with one response, steps and new values included. */
  private boolean walk(Action action) {
    doneCount = 0;
    int[] written = scratch[0];
    if (!scope(action, written, 0)) {
      return false;
    }
    long move = 0;
    for (int variable = 0; variable < written.length; variable++) {
      if (written[variable] >= 0) {
        move +=
            (written[variable] - frame[layout.variableBase + variable]) * layout.weight(variable);
      }
    }
    if (action.answer == Outcome.Answer.REFUSE && (move != 0 || doneCount > 0)) {
      return trouble(Trouble.REFUSAL_CHANGES, changedBy(action));
    }
    if (!ensured(written)) {
      return false;
    }
    int reaction = respond(action, written);
    if (reaction == Integer.MIN_VALUE) {
      return false;
    }
    edge(move, reaction);
    return true;
  }

  /** Works out what a row with one response writes, its steps first; -1 is not written. */
  private boolean scope(Action action, int[] written, int depth) {
    Arrays.fill(written, -1);
    for (int at = 0; at < action.items.length; at++) {
      switch (action.items[at]) {
        case Action.DO -> done(action.subjects[at]);
        case Action.BY_CHOICE -> {
          for (int effect : action.lists[at][frame[layout.choiceBase + action.subjects[at]]]) {
            done(effect);
          }
        }
        default -> {
          Action called = called(behaviour.steps[action.subjects[at]]);
          if (called == null) {
            return false;
          }
          int[] inner = scratch[depth + 1];
          if (!scope(called, inner, depth + 1) || !merge(action, written, inner)) {
            return false;
          }
        }
      }
    }
    for (int at = 0; at < action.writes.length; at++) {
      if (!action.makes(at, frame)) {
        continue;
      }
      int code = value(action.origins[at], written);
      if (code < 0) {
        return outside(
            code, action.origins[at], policy.variables().get(action.writes[at]).name());
      }
      if (action.isAgain(at, frame) && written[action.writes[at]] != code) {
        return trouble(
            Trouble.CELLS_DISAGREE, policy.variables().get(action.writes[at]).name());
      }
      written[action.writes[at]] = code;
    }
    return true;
  }

  boolean merge(Action action, int[] written, int[] inner) {
    for (int variable = 0; variable < written.length; variable++) {
      if (inner[variable] >= 0) {
        if (written[variable] >= 0
            && written[variable] != inner[variable]
            && !action.owns(variable, frame)) {
          return trouble(
              Trouble.STEPS_DISAGREE, policy.variables().get(variable).name());
        }
        written[variable] = inner[variable];
      }
    }
    return true;
  }

  @Nullable
  Action called(Part step) {
    Verdict verdict = step.graph.decide(frame);
    verdict.visited = true;
    if (verdict.kind == PointKind.ANSWERED) {
      return step.actions[verdict.candidates[0]];
    }
    troubledStep = step;
    troubledVerdict = verdict;
    trouble(
        verdict.kind == PointKind.UNCOVERED ? Trouble.STEP_GAP : Trouble.STEP_OVERLAP, step.name);
    return null;
  }

  boolean ensured(int[] written) {
    boolean ready = false;
    for (int at = 0; at < doneCount; at++) {
      Formula formula = behaviour.ensures[done[at]];
      if (formula == null) {
        continue;
      }
      if (!ready) {
        for (int variable = 0; variable < written.length; variable++) {
          frame[layout.afterBase + variable] =
              written[variable] >= 0 ? written[variable] : frame[layout.variableBase + variable];
        }
        ready = true;
      }
      if (!layout.holds(formula, frame)) {
        return trouble(
            Trouble.ENSURES_BROKEN, behaviour.numbers.effects().get(done[at]).name());
      }
    }
    return true;
  }

  /** Starts the effects afresh. */
  void load(int[] effects) {
    doneCount = 0;
    for (int effect : effects) {
      done(effect);
    }
  }

  /** How many effects are done so far. */
  int doneCount() {
    return doneCount;
  }

  /** The rows of the last step in trouble, the answering row first. */
  List<RowId> troubledRows(RowId answering) {
    List<RowId> rows = new ArrayList<>();
    rows.add(answering);
    if (troubledStep != null
        && troubledVerdict != null
        && (trouble == Trouble.STEP_GAP || trouble == Trouble.STEP_OVERLAP)) {
      for (int candidate : troubledVerdict.candidates) {
        rows.add(troubledStep.row(candidate).id());
      }
    }
    return rows;
  }
}
