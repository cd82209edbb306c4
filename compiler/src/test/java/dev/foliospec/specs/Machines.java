package dev.foliospec.specs;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.automaton.transducer.impl.CompactMealy;

/** Deterministic policies as machines of AutomataLib, which shares nothing with our own searches. */
public final class Machines {
  /** What a machine shows where an input is not answered. */
  public static final String NOT_ANSWERED = "not answered";

  private Machines() {}

  /** Whether a policy makes a machine: one answer at each point, and every event is seen. */
  public static boolean has(Dense dense) {
    return dense.deterministic() && dense.policy().events().stream().noneMatch(Event::silent);
  }

  /** An input as a letter: the event, its arguments, and each chance that some policy reads. */
  public static String letter(Input input, List<Dense> readers) {
    StringBuilder letter = new StringBuilder(input.call());
    for (int at = 0; at < input.chances().size(); at++) {
      Chance chance = readers.get(0).policy().chances().get(at);
      if (readers.stream().anyMatch(each -> reads(each, input.event(), chance))) {
        letter
            .append(' ')
            .append(chance.name())
            .append('=')
            .append(input.chances().get(at));
      }
    }
    return letter.toString();
  }

  private static boolean reads(Dense dense, Event event, Chance chance) {
    int number = dense.event(event.name());
    for (int at = 0; number >= 0 && at < dense.policy().chances().size(); at++) {
      if (dense.policy().chances().get(at).name().equals(chance.name())
          && dense.readsChance(number, at)) {
        return true;
      }
    }
    return false;
  }

  /** The inputs of a policy, in its order. */
  public static Set<String> letters(Dense dense, IntPredicate wanted) {
    Set<String> letters = new LinkedHashSet<>();
    for (int input = 0; input < dense.inputs(); input++) {
      if (wanted.test(input)) {
        letters.add(letter(dense.input(input), List.of(dense)));
      }
    }
    return letters;
  }

  /**
   * A policy as a machine over some of its inputs, in which every input is answered everywhere.
   *
   * @param initial the state in which it starts; all others are there too
   * @param forbidden what it shows where the caller must not ask
   */
  public static CompactMealy<String, String> of(
      Dense dense, int initial, Alphabet<String> alphabet, IntPredicate wanted, String forbidden) {
    CompactMealy<String, String> machine = new CompactMealy<>(alphabet, dense.states());
    for (int state = 0; state < dense.states(); state++) {
      machine.addState();
    }
    machine.setInitialState(initial);
    for (int input = 0; input < dense.inputs(); input++) {
      if (!wanted.test(input)) {
        continue;
      }
      String letter = letter(dense.input(input), List.of(dense));
      for (int state = 0; state < dense.states(); state++) {
        if (dense.kind(state, input) == PointKind.ANSWERED) {
          int edge = dense.from(state, input);
          machine.setTransition(
              state,
              letter,
              dense.target(edge),
              shown(dense.reactions().get(dense.reaction(edge))));
        } else {
          machine.setTransition(
              state,
              letter,
              state,
              dense.kind(state, input) == PointKind.FORBIDDEN ? forbidden : NOT_ANSWERED);
        }
      }
    }
    return machine;
  }

  private static String shown(Reaction reaction) {
    StringBuilder shown = new StringBuilder(reaction.answer());
    for (Given given : reaction.outputs()) {
      shown.append(' ').append(given.spelled());
    }
    return shown.toString();
  }

  /** Whether all chances of an input are at their usual value. */
  public static boolean usual(Dense dense, int input) {
    List<Value> chances = dense.input(input).chances();
    for (int at = 0; at < chances.size(); at++) {
      if (!chances.get(at).equals(dense.policy().chances().get(at).usual())) {
        return false;
      }
    }
    return true;
  }
}
