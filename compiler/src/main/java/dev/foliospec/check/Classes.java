package dev.foliospec.check;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Variable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reachable states of a policy as an observer can tell them apart: a partition, refined until
 * every input shows the same in all states of a class and leads to states of the same classes.
 *
 * <p>States of one class are never told apart. Of two classes, an open policy may still have states
 * that an observer cannot tell apart; it then counts them apart.
 */
final class Classes {
  private final Dense dense;

  /** By reaction: the number of what is seen of it. */
  private final int[] sights;

  private int[] classOf;
  private int classes;

  private Classes(Dense dense, Observer observer) {
    this.dense = dense;
    sights = sights(dense, observer);
    classOf = new int[dense.states()];
    Numbering shown = new Numbering();
    List<Variable> variables = dense.policy().variables();
    for (int at = 0; at < variables.size(); at++) {
      if (observer.state().contains(variables.get(at).name())) {
        char[] column = dense.column(at);
        shown.clear();
        for (int state = 0; state < classOf.length; state++) {
          classOf[state] = shown.of(classOf[state], column[state]);
        }
        classes = shown.size();
      }
    }
  }

  /** The class of each state. */
  static int[] of(Dense dense, Observer observer) {
    Classes refined = new Classes(dense, observer);
    int before;
    do {
      before = refined.classes;
      refined.refine();
    } while (refined.classes > before);
    return refined.classOf;
  }

  private static int[] sights(Dense dense, Observer observer) {
    int[] answering = dense.answering();
    int[] sights = new int[dense.reactions().size()];
    Map<String, Integer> known = new HashMap<>();
    for (int at = 0; at < sights.length; at++) {
      Event event = dense.policy().events().get(answering[at]);
      String sight = sight(event, dense.reactions().get(at), observer);
      Integer number = known.putIfAbsent(sight, known.size());
      sights[at] = number == null ? known.size() - 1 : number;
    }
    return sights;
  }

  private static String sight(Event event, Reaction reaction, Observer observer) {
    StringBuilder text = new StringBuilder();
    if (observer.actors().contains(event.actor()) && !event.silent()) {
      text.append(reaction.shown());
    }
    if (observer.effects()) {
      for (Effect effect : reaction.effects()) {
        text.append(';').append(effect.name());
      }
    }
    return text.toString();
  }

  private void refine() {
    Numbering steps = new Numbering();
    Numbering sets = new Numbering();
    Numbering finer = new Numbering();
    int[] next = classOf.clone();
    for (int input = 0; input < dense.inputs(); input++) {
      finer.clear();
      for (int state = 0; state < next.length; state++) {
        next[state] = finer.of(next[state], happens(state, input, steps, sets));
      }
    }
    classes = dense.inputs() == 0 ? classes : finer.size();
    classOf = next;
  }

  /** The number of what an input does in a state; below 0 where it answers nothing. */
  private int happens(int state, int input, Numbering steps, Numbering sets) {
    PointKind kind = dense.kind(state, input);
    if (kind != PointKind.ANSWERED) {
      return -1 - kind.ordinal();
    }
    int from = dense.from(state, input);
    int to = dense.to(state, input);
    if (to - from == 1) {
      return sets.of(-1, step(from, steps));
    }
    int[] several = new int[to - from];
    for (int at = 0; at < several.length; at++) {
      several[at] = step(from + at, steps);
    }
    Arrays.sort(several);
    int set = -1;
    for (int at = 0; at < several.length; at++) {
      if (at == 0 || several[at] != several[at - 1]) {
        set = sets.of(set, several[at]);
      }
    }
    return set;
  }

  private int step(int edge, Numbering steps) {
    return steps.of(sights[dense.reaction(edge)], classOf[dense.target(edge)]);
  }
}
