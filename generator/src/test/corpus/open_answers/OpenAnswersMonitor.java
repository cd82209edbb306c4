// Generated from specs/open_answers.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.demo.open_answers.Config;
import foliospec.generated.demo.demo.open_answers.Row;
import foliospec.generated.demo.demo.open_answers.State;
import foliospec.generated.demo.demo.open_answers.Step;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.Generated;

/**
 * Follows one page of <code>demo.open_answers</code>: all states that are consistent with the
 * answers and outputs seen so far.
 *
 * <p>What is not known widens the set: flags and open questions at the start, chances at each
 * event, events that nobody sees in between. An output that was not seen is {@code null}; a value
 * that matches any is explained by whatever was seen. A monitor does not change; {@code observe}
 * gives the next one.
 */
@Generated("foliospec")
public final class OpenAnswersMonitor {
  private final int[] states;

  private final Verdict verdict;

  private final List<Row> rows;

  private OpenAnswersMonitor(int[] states, Verdict verdict, List<Row> rows) {
    this.states = states;
    this.verdict = verdict;
    this.rows = rows;
  }

  /**
   * At the start of a run of which nothing is known.
   */
  public static OpenAnswersMonitor start() {
    BitSet found = new BitSet();
    found.set(0, OpenAnswersTables.INITIALS);
    return from(found);
  }

  /**
   * At the start of a run whose configuration is known.
   */
  public static OpenAnswersMonitor start(Config config) {
    return at(config, State.initial(config));
  }

  /**
   * In a state that is known.
   */
  public static OpenAnswersMonitor at(Config config, State state) {
    int number = OpenAnswersTables.number(config, state);
    if (number < 0) {
      throw new IllegalArgumentException("cannot be reached: " + state);
    }
    BitSet found = new BitSet();
    found.set(number);
    return from(found);
  }

  /**
   * In the middle of a run of which nothing is known.
   */
  public static OpenAnswersMonitor anywhere() {
    BitSet found = new BitSet();
    found.set(0, OpenAnswersTables.STATES);
    return from(found);
  }

  /**
   * The monitor after an event and its answer. Once it has failed, or nothing is
   * promised any more, it stays as it is: with the states before that event, and
   * the rows that were tried.
   *
   * @param error the error that was answered, or {@code null} for ok
   * @param seen the outputs that were seen, {@code Outputs.NONE} if none
   */
  public OpenAnswersMonitor observe(Event event, Error error, Outputs seen) {
    if (verdict != Verdict.FOLLOWED) {
      return this;
    }
    int first = OpenAnswersTables.first(event);
    if (first < 0) {
      return new OpenAnswersMonitor(states, Verdict.LACKING, List.of());
    }
    int end = first + OpenAnswersTables.width(event);
    BitSet found = new BitSet();
    Set<Row> tried = new LinkedHashSet<>();
    Set<Row> explaining = new LinkedHashSet<>();
    for (int state : states) {
      for (int input = first; input < end; input++) {
        int to = OpenAnswersTables.to(state, input);
        for (int i = OpenAnswersTables.from(state, input); i < to; i++) {
          int edge = OpenAnswersTables.EDGES[i];
          if (edge >>> OpenAnswersTables.SHIFT == OpenAnswersTables.BEYOND) {
            continue;
          }
          OpenAnswersTables.Reaction reaction =
              OpenAnswersTables.Decoded.REACTIONS.get(edge >>> OpenAnswersTables.SHIFT);
          if (reaction.kind() == Step.Kind.FORBIDDEN) {
            return new OpenAnswersMonitor(states, Verdict.FORBIDDEN, List.of(reaction.row()));
          }
          tried.add(reaction.row());
          if (reaction.explains(error, seen)) {
            explaining.add(reaction.row());
            found.set(edge & OpenAnswersTables.NEXT);
          }
        }
      }
    }
    if (tried.isEmpty()) {
      return new OpenAnswersMonitor(states, Verdict.BEYOND, List.of());
    }
    if (found.isEmpty()) {
      return new OpenAnswersMonitor(states, Verdict.FAILED, List.copyOf(tried));
    }
    return new OpenAnswersMonitor(closed(found), Verdict.FOLLOWED, List.copyOf(explaining));
  }

  private static OpenAnswersMonitor from(BitSet found) {
    return new OpenAnswersMonitor(closed(found), Verdict.FOLLOWED, List.of());
  }

  /**
   * The numbers of states, with those to which events lead that nobody sees.
   */
  private static int[] closed(BitSet found) {
    BitSet open = (BitSet) found.clone();
    while (!open.isEmpty()) {
      int state = open.nextSetBit(0);
      open.clear(state);
      for (int input = 3; input <= 3; input++) {
        int to = OpenAnswersTables.to(state, input);
        for (int i = OpenAnswersTables.from(state, input); i < to; i++) {
          int next = OpenAnswersTables.EDGES[i] & OpenAnswersTables.NEXT;
          if (!found.get(next)) {
            found.set(next);
            open.set(next);
          }
        }
      }
    }
    return found.stream().toArray();
  }

  /**
   * Whether what was seen can be explained.
   */
  public Verdict verdict() {
    return verdict;
  }

  /**
   * The rows that may explain the last observation; if none does, those that were tried.
   */
  public List<Row> rows() {
    return rows;
  }

  /**
   * The states that are possible now; if it failed, those before.
   */
  public List<State> states() {
    Set<State> all = new LinkedHashSet<>();
    for (int state : states) {
      all.add(OpenAnswersTables.Decoded.STATES[state]);
    }
    return List.copyOf(all);
  }

  /**
   * The configurations that are possible.
   */
  public List<Config> configs() {
    Set<Config> all = new LinkedHashSet<>();
    for (int state : states) {
      all.add(OpenAnswersTables.Decoded.CONFIGS[state]);
    }
    return List.copyOf(all);
  }

  /**
   * What a monitor says.
   */
  public enum Verdict {
    /**
     * All that was seen can be explained.
     */
    FOLLOWED,

    /**
     * No state explains the last answer.
     */
    FAILED,

    /**
     * The event cannot happen in any state that is possible: beyond the model.
     */
    BEYOND,

    /**
     * The caller asked what it must not; nothing is promised any more.
     */
    FORBIDDEN,

    /**
     * The policy does not have the event: beyond the model.
     */
    LACKING
  }
}
