// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Attr;
import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.Sees;
import foliospec.generated.demo.YesNo;
import foliospec.generated.demo.demo.one_flag.Chances;
import foliospec.generated.demo.demo.one_flag.Config;
import foliospec.generated.demo.demo.one_flag.Row;
import foliospec.generated.demo.demo.one_flag.State;
import foliospec.generated.demo.demo.one_flag.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * The reachable part of <code>demo.one_flag</code> in numbers: states with their configurations,
 * inputs, and what happens.
 *
 * <p>An edge is a reaction, shifted, and the state to which it leads.
 */
@Generated("foliospec")
final class OneFlagTables {
  /**
   * How many states can be reached; the initial ones come first.
   */
  static final int STATES = 4;

  /**
   * How many states are initial, one for each configuration.
   */
  static final int INITIALS = 2;

  /**
   * How many inputs there are.
   */
  static final int INPUTS = 3;

  /**
   * How far the reaction is shifted in an edge.
   */
  static final int SHIFT = 2;

  /**
   * The bits of the next state in an edge.
   */
  static final int NEXT = 3;

  /**
   * The reaction where an event cannot happen.
   */
  static final int BEYOND = 5;

  private static final String EDGES_1 =
      "#'-0(61)3&*,";

  static final int[] EDGES =
      decode(12, 1, EDGES_1);

  private OneFlagTables() {
  }

  /**
   * The first edge of an input in a state.
   */
  static int from(int state, int input) {
    return state * INPUTS + input;
  }

  /**
   * The end of the edges of an input in a state.
   */
  static int to(int state, int input) {
    return state * INPUTS + input + 1;
  }

  /**
   * The first input of an event, or -1 where the policy does not have it.
   */
  static int first(Event event) {
    return switch (event.kind()) {
      case READ -> 0;
      case CONVERT -> 2;
    };
  }

  /**
   * How many inputs an event is, one for each choice of the chances that matter.
   */
  static int width(Event event) {
    return switch (event.kind()) {
      case READ -> 2;
      case CONVERT -> 1;
    };
  }

  /**
   * The number of an input, or -1 where the policy does not have the event.
   */
  static int input(Event event, Chances chances) {
    int first = first(event);
    return switch (event.kind()) {
      case READ -> first + chances.nomem().ordinal();
      case CONVERT -> first;
    };
  }

  /**
   * The number of a state, or -1 where it cannot be reached.
   */
  static int number(Config config, State state) {
    return Decoded.NUMBERS.getOrDefault(new Located(config, state), -1);
  }

  /**
   * Numbers of {@code width} digits to the base of 91, as many as there are.
   */
  private static int[] decode(int count, int width, String... texts) {
    int[] numbers = new int[count];
    int at = 0;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i += width) {
        int number = 0;
        for (int k = i; k < i + width; k++) {
          int digit = text.charAt(k);
          number = number * 91 + digit - (digit > 92 ? 36 : 35);
        }
        numbers[at++] = number;
      }
    }
    return numbers;
  }

  /**
   * What is seen of an answer; {@code loose} names outputs for which anything may be observed.
   */
  static record Reaction(Step.Kind kind, Row row, Error error, Outputs outputs,
      List<Effect> effects, List<String> loose) {
    /**
     * Whether this can be what was seen; outputs that were not seen are {@code null}.
     */
    boolean explains(Error seenError, Outputs seen) {
      if (error != seenError) {
        return false;
      }
      if (seen.sees() != null && !seen.sees().equals(outputs.sees()) && !loose.contains("sees")) {
        return false;
      }
      return true;
    }
  }

  /**
   * A state of one configuration.
   */
  static record Located(Config config, State state) {
  }

  /**
   * States, inputs and reactions by their numbers; made when first needed.
   */
  static final class Decoded {
    private static final String VALUES_1 =
        "##$$#$$#";

    static final int[] VALUES =
        decode(8, 1, VALUES_1);

    static final Config[] CONFIGS = configs();

    static final State[] STATES = states();

    static final Map<Located, Integer> NUMBERS = numbers();

    static final List<Reaction> REACTIONS = reactions();

    static final List<Event> EVENTS = events();

    static final List<Chances> CHANCES = chances();

    private Decoded() {
    }

    private static Config[] configs() {
      Config[] all = new Config[OneFlagTables.STATES];
      for (int i = 0; i < all.length; i++) {
        int at = i * 2;
        all[i] = new Config(YesNo.values()[VALUES[at + 0]]);
      }
      return all;
    }

    private static State[] states() {
      State[] all = new State[OneFlagTables.STATES];
      for (int i = 0; i < all.length; i++) {
        int at = i * 2;
        all[i] = new State(Attr.values()[VALUES[at + 1]]);
      }
      return all;
    }

    private static Map<Located, Integer> numbers() {
      Map<Located, Integer> numbers = new HashMap<>();
      for (int i = 0; i < STATES.length; i++) {
        numbers.put(new Located(CONFIGS[i], STATES[i]), i);
      }
      return numbers;
    }

    private static List<Reaction> reactions() {
      List<Reaction> all = new ArrayList<>();
      reactions1(all);
      return List.copyOf(all);
    }

    private static void reactions1(List<Reaction> all) {
      all.add(
          new Reaction(
              Step.Kind.REFUSED, Row.G2, Error.SIGBUS, Outputs.NONE, List.of(), List.of()));
      all.add(
          new Reaction(
              Step.Kind.REFUSED, Row.G1, Error.ENOMEM, Outputs.NONE, List.of(), List.of()));
      all.add(
          new Reaction(
              Step.Kind.OK, Row.C1, null, Outputs.NONE, List.of(), List.of()));
      all.add(
          new Reaction(
              Step.Kind.OK, Row.A1, null, new Outputs(Sees.DATA), List.of(), List.of()));
      all.add(
          new Reaction(
              Step.Kind.OK, Row.C2, null, Outputs.NONE, List.of(Effect.UNMAP), List.of()));
    }

    private static List<Event> events() {
      List<Event> all = new ArrayList<>();
      events1(all);
      return List.copyOf(all);
    }

    private static void events1(List<Event> all) {
      all.add(
          new Event.Read());
      all.add(
          new Event.Read());
      all.add(
          new Event.Convert());
    }

    private static List<Chances> chances() {
      List<Chances> all = new ArrayList<>();
      chances1(all);
      return List.copyOf(all);
    }

    private static void chances1(List<Chances> all) {
      all.add(
          Chances.USUAL);
      all.add(
          new Chances(YesNo.YES));
      all.add(
          Chances.USUAL);
    }
  }
}
