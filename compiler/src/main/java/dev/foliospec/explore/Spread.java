package dev.foliospec.explore;

import dev.foliospec.engine.Interned;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Answers where a row, or a step that it calls, may do several things: each is tried in turn. */
final class Spread {
  /** Responses that one row may give at one point. */
  static final int MOST = 1 << 16;

  private final Behaviour behaviour;
  private final Evaluation evaluation;
  private final Layout layout;
  private final Policy policy;

  /** The courses of the row that answers. */
  private final Courses own = new Courses();

  /** By variable: nothing is written. */
  private final int[] unwritten;

  Spread(Behaviour behaviour, Evaluation evaluation) {
    this.behaviour = behaviour;
    this.evaluation = evaluation;
    layout = behaviour.layout;
    policy = behaviour.policy;
    unwritten = new int[layout.variables];
    Arrays.fill(unwritten, -1);
  }

  /** Adds an edge for each thing that a row may do; false where it cannot be carried out. */
  boolean respond(Action action) {
    evaluation.load(Formula.NONE);
    Courses courses = own;
    courses.clear(action.calls || action.ensures || action.showsNew);
    if (!courses(action, courses)) {
      return false;
    }
    switch (action.answer) {
      case OK, OK_OR, ANY, FAIL, REFUSE -> {}
      default -> {
        return true;
      }
    }
    if (action.calls) {
      courses.distinct();
    }
    int[] answers = null;
    for (int course = 0; course < courses.count; course++) {
      if (action.answer == Outcome.Answer.REFUSE
          && (courses.moves[course] != 0 || evaluation.doneCount() > 0)) {
        return evaluation.trouble(Trouble.REFUSAL_CHANGES, evaluation.changedBy(action));
      }
      int[] written = courses.written(course);
      if (courses.kept && !evaluation.ensured(written)) {
        return false;
      }
      if (answers == null || action.showsNew) {
        answers = answers(action, written);
        if (answers == null) {
          return false;
        }
      }
      add(action, courses.moves[course], answers);
    }
    evaluation.load(Formula.NONE);
    int[] refusals = refusals(action);
    if (refusals == null) {
      return false;
    }
    add(action, 0, refusals);
    return true;
  }

  private void add(Action action, long move, int[] answers) {
    for (int answer : answers) {
      if (evaluation.edges >= MOST) {
        evaluation.tooManyResponses = action.row;
        return;
      }
      evaluation.edge(move, answer);
    }
  }

  /** The reactions by which a course that was carried out may end, or none where one is in trouble. */
  private int @Nullable [] answers(Action action, int[] written) {
    int[] answers = Formula.NONE;
    switch (action.answer) {
      case OK, OK_OR, ANY ->
        answers = shown(action, -1, Reaction.Kind.OK, action.outputs, written, answers);
      case FAIL -> {
        for (int error : action.errors) {
          answers = shown(action, error, Reaction.Kind.FAILED, action.outputs, written, answers);
        }
      }
      default -> {}
    }
    if (action.answer == Outcome.Answer.ANY) {
      for (int error : action.errors) {
        answers = shown(action, error, Reaction.Kind.FAILED, action.errorOutputs, written, answers);
      }
    }
    return answers;
  }

  /** The reactions by which nothing is carried out, or none where one is in trouble. */
  private int @Nullable [] refusals(Action action) {
    int[] refusals = Formula.NONE;
    if (action.answer == Outcome.Answer.REFUSE
        || action.answer == Outcome.Answer.OK_OR
        || action.answer == Outcome.Answer.ANY) {
      Origin[] shown =
          action.answer == Outcome.Answer.REFUSE ? action.outputs : action.errorOutputs;
      for (int error : action.errors) {
        refusals = shown(action, error, Reaction.Kind.REFUSED, shown, unwritten, refusals);
      }
    }
    return refusals;
  }

  /** Adds a reaction for each way to settle the outputs. */
  private int @Nullable [] shown(
      Action action,
      int answer,
      Reaction.Kind kind,
      Origin[] outputs,
      int[] written,
      int @Nullable [] into) {
    return into == null
        ? null
        : shown(action, answer, kind, outputs, new int[outputs.length], 0, written, into);
  }

  private int @Nullable [] shown(
      Action action,
      int answer,
      Reaction.Kind kind,
      Origin[] outputs,
      int[] codes,
      int at,
      int[] written,
      int[] into) {
    if (at == outputs.length) {
      return with(into, evaluation.intern(action, answer, kind, codes));
    }
    int[] all = into;
    for (int code : codes(outputs[at], written)) {
      if (code < Origin.ANYTHING) {
        evaluation.outside(code, outputs[at], evaluation.outputName(action, at));
        return null;
      }
      codes[at] = code;
      all = shown(action, answer, kind, outputs, codes, at + 1, written, all);
      if (all == null) {
        return null;
      }
    }
    return all;
  }

  private static int[] with(int[] list, int one) {
    for (int each : list) {
      if (each == one) {
        return list;
      }
    }
    return Bits.append(list, one);
  }

  /** The codes that an origin may give, each once. */
  private int[] codes(Origin origin, int[] written) {
    if (origin.kind != Origin.SEVERAL) {
      return new int[] {evaluation.value(origin, written)};
    }
    if (origin.constants != null) {
      return origin.constants;
    }
    int[] all = Formula.NONE;
    for (Origin choice : origin.choices) {
      for (int code : codes(choice, written)) {
        all = with(all, code);
      }
    }
    return all;
  }

  /** Adds the courses that a row or step may take; what they do is alike. */
  private boolean courses(Action action, Courses into) {
    Courses open = null;
    for (int at = 0; at < action.items.length; at++) {
      switch (action.items[at]) {
        case Action.DO -> evaluation.done(action.subjects[at]);
        case Action.BY_CHOICE -> {
          int choice = evaluation.frame[layout.choiceBase + action.subjects[at]];
          for (int effect : action.lists[at][choice]) {
            evaluation.done(effect);
          }
        }
        default -> {
          open = called(action, behaviour.steps[action.subjects[at]], open);
          if (open == null) {
            return false;
          }
        }
      }
    }
    if (open == null) {
      return write(action, 0, unwritten.clone(), 0, into);
    }
    for (int course = 0; course < open.count; course++) {
      if (!write(action, 0, open.written(course), open.moves[course], into)) {
        return false;
      }
    }
    return true;
  }

  /** Goes on from some courses, or from the start, with a step; none where it is in trouble. */
  private @Nullable Courses called(Action action, Part step, @Nullable Courses open) {
    Action called = evaluation.called(step);
    Courses inner = new Courses();
    inner.clear(true);
    if (called == null || !courses(called, inner)) {
      return null;
    }
    if (open == null) {
      return inner;
    }
    Courses both = new Courses();
    both.clear(true);
    for (int before = 0; before < open.count; before++) {
      for (int next = 0; next < inner.count; next++) {
        int[] written = open.written(before).clone();
        if (!evaluation.merge(action, written, inner.written(next))) {
          return null;
        }
        if (both.count >= MOST) {
          evaluation.tooManyResponses = action.row;
          break;
        }
        both.add(move(written), written);
      }
    }
    return both;
  }

  /** What a course adds to the rank. */
  private long move(int[] written) {
    long move = 0;
    for (int variable = 0; variable < written.length; variable++) {
      if (written[variable] >= 0) {
        move += (written[variable] - evaluation.frame[layout.variableBase + variable])
            * layout.weight(variable);
      }
    }
    return move;
  }

  private boolean write(Action action, int at, int[] course, long move, Courses into) {
    if (into.count >= MOST) {
      evaluation.tooManyResponses = action.row;
      return true;
    }
    if (at == action.writes.length) {
      into.add(move, course);
      return true;
    }
    if (!action.makes(at, evaluation.frame)) {
      return write(action, at + 1, course, move, into);
    }
    int variable = action.writes[at];
    int written = course[variable];
    int before = written >= 0 ? written : evaluation.frame[layout.variableBase + variable];
    long weight = layout.weight(variable);
    boolean again = action.isAgain(at, evaluation.frame);
    for (int code : codes(action.origins[at], course)) {
      if (code < 0) {
        return evaluation.outside(
            code, action.origins[at], policy.variables().get(variable).name());
      }
      if (again && before != code) {
        return evaluation.trouble(
            Trouble.CELLS_DISAGREE, policy.variables().get(variable).name());
      }
      course[variable] = code;
      if (!write(action, at + 1, course, move + (code - before) * weight, into)) {
        return false;
      }
    }
    course[variable] = written;
    return true;
  }

  /** What a row or step may write: several ways to do so. */
  private static final class Courses {
    /** By course: what it adds to the rank. */
    private long[] moves = new long[8];

    private int[][] writes = new int[8][];
    private int count;

    /** Whether it is kept what each variable becomes, -1 where it stays. */
    private boolean kept;

    void clear(boolean keep) {
      count = 0;
      kept = keep;
    }

    void add(long move, int[] written) {
      if (count == moves.length) {
        moves = Arrays.copyOf(moves, count * 2);
        writes = Arrays.copyOf(writes, count * 2);
      }
      moves[count] = move;
      writes[count++] = kept ? written.clone() : Formula.NONE;
    }

    int[] written(int course) {
      return writes[course];
    }

    /** Drops courses that lead where an earlier one leads. */
    void distinct() {
      Interned met = new Interned();
      int distinct = 0;
      for (int course = 0; course < count; course++) {
        int[] key = {(int) (moves[course] >> 32), (int) moves[course]};
        if (met.number(key, 2) == distinct) {
          moves[distinct] = moves[course];
          writes[distinct++] = writes[course];
        }
      }
      count = distinct;
    }
  }
}
