package dev.foliospec.observe;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Observer;
import dev.foliospec.model.State;
import dev.foliospec.model.Type;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an observer sees of the edges of two policies, as numbers: two edges of one number look the
 * same to it. Values that match any output are compared as the values that they are, unless it is
 * asked what an edge {@linkplain #allows allows}.
 */
public final class Sights {
  private final Observer observer;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** By number: the answer that it stands for, or none where it stands for a state. */
  private final List<@Nullable Seen> answers = new ArrayList<>();

  /** What is seen of an answer: what its outputs show is left out where nobody sees them. */
  private record Seen(boolean shown, Event event, Reaction reaction) {}

  /** What an observer sees. */
  public Sights(Observer observer) {
    this.observer = observer;
  }

  /** What is seen of one policy. */
  public final class Of {
    private final Dense dense;
    private final int[] reactions;
    private final int[] states;
    private final List<Integer> shown = new ArrayList<>();
    private final List<Variable> variablesShown = new ArrayList<>();

    /** What is seen of one policy. */
    public Of(Dense dense) {
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
          variablesShown.add(variables.get(at));
        }
      }
    }

    /** The variables that are seen after each event. */
    public List<Variable> shown() {
      return variablesShown;
    }

    /** The number of what is seen when an edge of an event is taken. */
    public long edge(int event, int edge) {
      int at = dense.reaction(edge) * dense.policy().events().size() + event;
      if (reactions[at] < 0) {
        Event asked = dense.policy().events().get(event);
        Reaction reaction = dense.reactions().get(dense.reaction(edge));
        Seen seen = new Seen(isShown(asked), asked, reaction);
        reactions[at] = number(spelled(seen), seen);
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
        states[target] = number(text.toString(), null);
      }
      return ((long) states[target] << 32) | reactions[at];
    }
  }

  private boolean isShown(Event event) {
    return observer.actors().contains(event.actor()) && !event.silent();
  }

  private String spelled(Seen seen) {
    StringBuilder text = new StringBuilder(seen.event().name()).append(' ');
    Reaction reaction = seen.reaction();
    if (seen.shown()) {
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

  private int number(String spelled, @Nullable Seen seen) {
    Integer known = numbers.get(spelled);
    if (known == null) {
      known = numbers.size();
      numbers.put(spelled, known);
      answers.add(seen);
    }
    return known;
  }

  // --- What a contract allows ---

  /** Whether an answer that looks so shows an output that allows others than itself. */
  public boolean lenient(long sight) {
    Seen seen = answers.get((int) sight);
    if (seen != null && seen.shown()) {
      for (int at = 0; at < seen.reaction().outputs().size(); at++) {
        if (matchesAny(seen, at)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Whether a contract that may answer as the first sight shows allows a policy to answer as the second
   * does: the same, but that an output where the contract promises nothing allows every one.
   */
  public boolean allows(long contract, long policy) {
    if (contract == policy) {
      return true;
    }
    Seen may = answers.get((int) contract);
    Seen does = answers.get((int) policy);
    if (contract >>> 32 != policy >>> 32 || may == null || does == null || !may.shown()) {
      return false;
    }
    if (!may.reaction().answer().equals(does.reaction().answer())
        || (observer.effects() && !names(may).equals(names(does)))) {
      return false;
    }
    for (int at = 0; at < may.reaction().outputs().size(); at++) {
      Given allowed = may.reaction().outputs().get(at);
      Given given = does.reaction().outputs().get(at);
      if (!matchesAny(may, at) && (given.anything() || !allowed.value().equals(given.value()))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesAny(Seen seen, int output) {
    Given given = seen.reaction().outputs().get(output);
    Type type = seen.event().outputs().get(output).type();
    return given.anything() || given.value().filter(type::matchesAny).isPresent();
  }

  private static List<String> names(Seen seen) {
    List<String> names = new ArrayList<>();
    for (Effect effect : seen.reaction().effects()) {
      names.add(effect.name());
    }
    return names;
  }
}
