package dev.foliospec.explore;

import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Answers where a row, or a step that it calls, may do several things: each is tried in turn. */
final class Spread {
  /** Responses that one row may give at one point. */
  static final int MOST = 1 << 16;

  private final Behaviour behaviour;
  private final Evaluation evaluation;
  private final Layout layout;
  private final Policy policy;

  /** The responses of the row so far, once they are many. */
  private Interned met = new Interned();

  Spread(Behaviour behaviour, Evaluation evaluation) {
    this.behaviour = behaviour;
    this.evaluation = evaluation;
    layout = behaviour.layout;
    policy = behaviour.policy;
  }

  /** What a row or step may write and do, one of several. */
  private static final class Course {
    private final int[] written;
    private final int[] done;

    Course(int[] written, int[] done) {
      this.written = written;
      this.done = done;
    }

    int[] written() {
      return written;
    }

    int[] done() {
      return done;
    }
  }

  /** Adds an edge for each thing that a row may do; false where it cannot be carried out. */
  boolean respond(Action action) {
    List<Course> courses = new ArrayList<>();
    if (!courses(action, courses)) {
      return false;
    }
    boolean changing = switch (action.answer) {
      case OK, OK_OR, ANY, FAIL, REFUSE -> true;
      default -> false;
    };
    if (!changing) {
      return true;
    }
    int first = evaluation.edges;
    for (Course course : courses) {
      long move = 0;
      for (int variable = 0; variable < course.written().length; variable++) {
        if (course.written()[variable] >= 0) {
          move += (course.written()[variable] - evaluation.frame[layout.variableBase + variable])
              * layout.weight(variable);
        }
      }
      evaluation.load(course.done());
      if (action.answer == Outcome.Answer.REFUSE && (move != 0 || evaluation.doneCount() > 0)) {
        return evaluation.trouble(Trouble.REFUSAL_CHANGES, evaluation.changedBy(action));
      }
      if (!evaluation.ensured(course.written())) {
        return false;
      }
      boolean ok = true;
      switch (action.answer) {
        case OK, OK_OR, ANY ->
          ok = add(action, -1, Reaction.Kind.OK, action.outputs, course, move, first);
        case FAIL -> {
          for (int error : action.errors) {
            ok &= add(action, error, Reaction.Kind.FAILED, action.outputs, course, move, first);
          }
        }
        default -> {}
      }
      if (ok && action.answer == Outcome.Answer.ANY) {
        for (int error : action.errors) {
          ok &= add(action, error, Reaction.Kind.FAILED, action.errorOutputs, course, move, first);
        }
      }
      if (!ok) {
        return false;
      }
    }
    Course none = new Course(unwritten(), Formula.NONE);
    Origin[] shown = action.answer == Outcome.Answer.REFUSE ? action.outputs : action.errorOutputs;
    if (action.answer == Outcome.Answer.REFUSE
        || action.answer == Outcome.Answer.OK_OR
        || action.answer == Outcome.Answer.ANY) {
      for (int error : action.errors) {
        evaluation.load(Formula.NONE);
        if (!add(action, error, Reaction.Kind.REFUSED, shown, none, 0, first)) {
          return false;
        }
      }
    }
    return true;
  }

  private int[] unwritten() {
    int[] written = new int[layout.variables];
    Arrays.fill(written, -1);
    return written;
  }

  private boolean add(
      Action action,
      int answer,
      Reaction.Kind kind,
      Origin[] outputs,
      Course course,
      long move,
      int first) {
    return add(
        action, answer, kind, outputs, new int[outputs.length], 0, course.written(), move, first);
  }

  private boolean add(
      Action action,
      int answer,
      Reaction.Kind kind,
      Origin[] outputs,
      int[] codes,
      int at,
      int[] written,
      long move,
      int first) {
    if (at < outputs.length) {
      for (int code : codes(outputs[at], written)) {
        if (code < Origin.ANYTHING) {
          return evaluation.outside(code, outputs[at], evaluation.outputName(action, at));
        }
        codes[at] = code;
        if (!add(action, answer, kind, outputs, codes, at + 1, written, move, first)) {
          return false;
        }
      }
      return true;
    }
    int reaction = evaluation.intern(action, answer, kind, codes);
    if (evaluation.edges >= MOST) {
      evaluation.tooManyResponses = action.row;
    } else if (!known(move, reaction, first)) {
      evaluation.edge(move, reaction);
    }
    return true;
  }

  /** Whether a response is among those from an edge on. */
  private boolean known(long move, int reaction, int first) {
    if (evaluation.edges - first <= 32) {
      for (int edge = first; edge < evaluation.edges; edge++) {
        if (evaluation.moves[edge] == move && evaluation.reactions[edge] == reaction) {
          return true;
        }
      }
      return false;
    }
    if (evaluation.edges - first == 33) {
      met = new Interned();
      for (int edge = first; edge < evaluation.edges; edge++) {
        met.number(response(evaluation.moves[edge], evaluation.reactions[edge]), 3);
      }
    }
    int size = met.size();
    return met.number(response(move, reaction), 3) < size;
  }

  private static int[] response(long move, int reaction) {
    return new int[] {(int) (move >> 32), (int) move, reaction};
  }

  /** The codes that an origin may give. */
  private int[] codes(Origin origin, int[] written) {
    if (origin.kind != Origin.SEVERAL) {
      return new int[] {evaluation.value(origin, written)};
    }
    int[] all = Formula.NONE;
    for (Origin choice : origin.choices) {
      if (choice.kind == Origin.SEVERAL) {
        all = Bits.concat(all, codes(choice, written));
      } else {
        all = Bits.append(all, evaluation.value(choice, written));
      }
    }
    return all;
  }

  private boolean courses(Action action, List<Course> into) {
    List<Course> open = new ArrayList<>();
    open.add(new Course(unwritten(), Formula.NONE));
    for (int at = 0; at < action.items.length; at++) {
      if (action.items[at] == Action.CALL) {
        Action called = evaluation.called(behaviour.steps[action.subjects[at]]);
        if (called == null) {
          return false;
        }
        List<Course> inner = new ArrayList<>();
        if (!courses(called, inner)) {
          return false;
        }
        List<Course> both = new ArrayList<>();
        for (Course before : open) {
          for (Course next : inner) {
            int[] written = before.written().clone();
            if (!evaluation.merge(action, written, next.written())) {
              return false;
            }
            if (both.size() >= MOST) {
              evaluation.tooManyResponses = action.row;
              break;
            }
            both.add(new Course(written, Bits.concat(before.done(), next.done())));
          }
        }
        open = both;
      } else {
        int[] more = action.items[at] == Action.DO
            ? new int[] {action.subjects[at]}
            : action.lists[at][evaluation.frame[layout.choiceBase + action.subjects[at]]];
        for (int course = 0; course < open.size(); course++) {
          Course before = open.get(course);
          open.set(course, new Course(before.written(), Bits.concat(before.done(), more)));
        }
      }
    }
    for (Course course : open) {
      if (!write(action, 0, course, into)) {
        return false;
      }
    }
    return true;
  }

  private boolean write(Action action, int at, Course course, List<Course> into) {
    if (at == action.writes.length) {
      if (into.size() >= MOST) {
        evaluation.tooManyResponses = action.row;
      } else {
        into.add(new Course(course.written().clone(), course.done()));
      }
      return true;
    }
    int variable = action.writes[at];
    int before = course.written()[variable];
    for (int code : codes(action.origins[at], course.written())) {
      if (code < 0) {
        return evaluation.outside(
            code, action.origins[at], policy.variables().get(variable).name());
      }
      if (into.size() >= MOST) {
        evaluation.tooManyResponses = action.row;
        break;
      }
      course.written()[variable] = code;
      if (!write(action, at + 1, course, into)) {
        return false;
      }
    }
    course.written()[variable] = before;
    return true;
  }
}
