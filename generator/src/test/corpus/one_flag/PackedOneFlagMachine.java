// Generated from specs/one_flag.folio. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Event;
import foliospec.generated.demo.demo.one_flag.Chances;
import foliospec.generated.demo.demo.one_flag.Config;
import foliospec.generated.demo.demo.one_flag.State;
import foliospec.generated.demo.demo.one_flag.Step;
import javax.annotation.processing.Generated;

/**
 * Transitions of <code>demo.one_flag</code> in numbers, for implementations that keep a number for
 * each page.
 *
 * <p>A step is one look into a table and allocates nothing: {@code cell = step(state, input); state
 * = next(cell)}. What a number stands for, and back, is asked outside the loop.
 */
@Generated("foliospec")
public final class PackedOneFlagMachine {
  /**
   * How many states can be reached.
   */
  public static final int STATES = OneFlagTables.STATES;

  /**
   * How many inputs there are.
   */
  public static final int INPUTS = OneFlagTables.INPUTS;

  private static final int[] CELLS = OneFlagTables.EDGES;

  private PackedOneFlagMachine() {
  }

  /**
   * What happens on an input in a state: next state and reaction in one.
   */
  public static int step(int state, int input) {
    return CELLS[state * INPUTS + input];
  }

  /**
   * The next state of a cell.
   */
  public static int next(int cell) {
    return cell & OneFlagTables.NEXT;
  }

  /**
   * The number of a cell's reaction.
   */
  public static int reaction(int cell) {
    return cell >>> OneFlagTables.SHIFT;
  }

  /**
   * The number of the state in which a run starts.
   */
  public static int initial(Config config) {
    return OneFlagTables.number(config, State.initial(config));
  }

  /**
   * The number of a state, or -1 where it cannot be reached.
   */
  public static int number(Config config, State state) {
    return OneFlagTables.number(config, state);
  }

  /**
   * The number of an input, or -1 where the policy does not have the event.
   */
  public static int input(Event event, Chances chances) {
    return OneFlagTables.input(event, chances);
  }

  /**
   * The state of a number.
   */
  public static State state(int number) {
    return OneFlagTables.Decoded.STATES[number];
  }

  /**
   * The configuration of a state's number.
   */
  public static Config config(int number) {
    return OneFlagTables.Decoded.CONFIGS[number];
  }

  /**
   * The event of an input.
   */
  public static Event event(int input) {
    return OneFlagTables.Decoded.EVENTS.get(input);
  }

  /**
   * The chances of an input; those that do not matter are as usual.
   */
  public static Chances chances(int input) {
    return OneFlagTables.Decoded.CHANCES.get(input);
  }

  /**
   * What a cell stands for.
   */
  public static Step answer(int cell) {
    State next = state(next(cell));
    if (reaction(cell) == OneFlagTables.BEYOND) {
      return Step.beyond(next);
    }
    OneFlagTables.Reaction seen = OneFlagTables.Decoded.REACTIONS.get(reaction(cell));
    return new Step(seen.kind(), seen.row(), seen.error(), next, seen.outputs(), seen.effects());
  }
}
