package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Observer;
import dev.foliospec.model.State;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an observer sees of the edges of two policies, as numbers: two edges of one number look the
 * same to it. Values that match any output are compared as the values that they are.
 */
final class Sights {
  private final Observer observer;
  private final Map<String, Integer> numbers = new HashMap<>();

  Sights(Observer observer) {
    this.observer = observer;
  }

  /** What is seen of one policy. */
  final class Of {
    private final Dense dense;
    private final int[] reactions;
    private final int[] states;
    private final List<Integer> shown = new ArrayList<>();

    Of(Dense dense) {
      this.dense = dense;
      this.reactions =
          new int[dense.reactions().size() * dense.policy().events().size()];
      Arrays.fill(reactions, -1);
      this.states = new int[observer.state().isEmpty() ? 0 : dense.states()];
      Arrays.fill(states, -1);
      List<Variable> variables = dense.policy().variables();
      for (int at = 0; at < variables.size(); at++) {
        if (variables.get(at).shared()
            && observer.state().contains(variables.get(at).name())) {
          shown.add(at);
        }
      }
    }

    /** The number of what is seen when an edge of an event is taken. */
    long edge(int event, int edge) {
      int at = dense.reaction(edge) * dense.policy().events().size() + event;
      if (reactions[at] < 0) {
        reactions[at] = number(spelled(
            dense.policy().events().get(event), dense.reactions().get(dense.reaction(edge))));
      }
      if (states.length == 0) {
        return reactions[at];
      }
      int target = dense.target(edge);
      if (states[target] < 0) {
        State state = dense.state(target);
        StringBuilder text = new StringBuilder("state");
        for (int each : shown) {
          text.append(' ').append(dense.policy().variables().get(each).name());
          text.append('=').append(state.values().get(each));
        }
        states[target] = number(text.toString());
      }
      return ((long) states[target] << 32) | reactions[at];
    }
  }

  private String spelled(Event event, Reaction reaction) {
    StringBuilder text = new StringBuilder();
    if (observer.actors().contains(event.actor()) && !event.silent()) {
      text.append(reaction.answer());
      for (Given given : reaction.outputs()) {
        text.append(',');
        if (given.anything()) {
          text.append('*');
        } else {
          given.value().ifPresent(value -> text.append(value.name()));
        }
      }
    }
    if (observer.effects()) {
      for (Effect effect : reaction.effects()) {
        text.append(';').append(effect.name());
      }
    }
    return text.toString();
  }

  private int number(String spelled) {
    Integer known = numbers.get(spelled);
    if (known == null) {
      known = numbers.size();
      numbers.put(spelled, known);
    }
    return known;
  }
}
