package dev.foliospec.explore;

import dev.foliospec.engine.Interned;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one page of a system answers, worked out once for each of its states and inputs.
 *
 * <p>A state of a page, numbered in the order of asking, is its own variables with the common ones
 * and the configuration. An input is a number below that of its event: its parameters and the chances
 * that it reads, in mixed radix.
 */
final class PageCells {
  final Behaviour behaviour;
  final Layout layout;

  /** By event: the number of its first input; behind them the number of all. */
  final int[] firstInputs;

  private final Interned numbers = new Interned();
  private final int[] key = new int[2];
  private int[][] codes = new int[64][];
  private @Nullable Cell[][] cells = new Cell[64][];

  PageCells(Policy page) {
    layout = new Layout(page);
    behaviour = new Behaviour(page, layout);
    firstInputs = new int[behaviour.events.length + 1];
    for (int event = 0; event < behaviour.events.length; event++) {
      firstInputs[event + 1] = firstInputs[event] + ways(event);
    }
  }

  /**
   * What a page may do at one point: what becomes of it, and by edge, the state to which it leads and
   * the reaction.
   */
  static final class Cell {
    private final PointKind kind;
    private final int[] targets;
    private final int[] reactions;

    private Cell(PointKind kind, int[] targets, int[] reactions) {
      this.kind = kind;
      this.targets = targets;
      this.reactions = reactions;
    }

    PointKind kind() {
      return kind;
    }

    int edges() {
      return targets.length;
    }

    int target(int edge) {
      return targets[edge];
    }

    int reaction(int edge) {
      return reactions[edge];
    }
  }

  /** How many inputs an event has. */
  private int ways(int event) {
    long ways = 1;
    for (int place : behaviour.events[event].inputPlaces) {
      ways = Math.min(ways * layout.size(place), Integer.MAX_VALUE / 2);
    }
    return (int) ways;
  }

  /** The position of an event among the page's, or -1. */
  int event(String name) {
    for (int at = 0; at < behaviour.events.length; at++) {
      if (behaviour.events[at].name.equals(name)) {
        return at;
      }
    }
    return -1;
  }

  /** The number of the input of an event that a frame of the page holds. */
  int input(int event, int[] frame) {
    int number = 0;
    for (int place : behaviour.events[event].inputPlaces) {
      number = number * layout.size(place) + frame[place];
    }
    return number;
  }

  /** The number of the page's state that a frame of the page holds. */
  int state(int[] frame) {
    long rank = layout.rank(frame);
    key[0] = (int) (rank >> 32);
    key[1] = (int) rank;
    int known = numbers.size();
    int number = numbers.number(key, 2);
    if (number == known) {
      if (number == codes.length) {
        codes = Arrays.copyOf(codes, number * 2);
        cells = Arrays.copyOf(cells, number * 2);
      }
      codes[number] =
          Arrays.copyOfRange(frame, layout.variableBase, layout.variableBase + layout.variables);
    }
    return number;
  }

  private long rank(int state) {
    int[] parts = numbers.key(state);
    return ((long) parts[0] << 32) | (parts[1] & 0xFFFFFFFFL);
  }

  /** How many states were asked about, or led to, so far. */
  int states() {
    return numbers.size();
  }

  /** The positions of the values of a state's variables in their types. */
  int[] codes(int state) {
    return codes[state];
  }

  /** What the page answers to the input of an event in a state. */
  Cell cell(int state, int event, int input) {
    Cell[] row = cells[state];
    if (row == null) {
      row = new Cell[firstInputs[behaviour.events.length]];
      cells[state] = row;
    }
    int at = firstInputs[event] + input;
    Cell known = row[at];
    if (known == null) {
      known = answer(state, event, input);
      row[at] = known;
    }
    return known;
  }

  private Cell answer(int state, int event, int input) {
    Part part = load(state, event, input);
    Evaluation evaluation = behaviour.evaluation;
    PointKind kind = evaluation.answer(part, true);
    int edges = evaluation.edges;
    long[] moves = Arrays.copyOf(evaluation.moves, edges);
    int[] reactions = Arrays.copyOf(evaluation.reactions, edges);
    int[] targets = new int[edges];
    long rank = rank(state);
    for (int edge = 0; edge < edges; edge++) {
      layout.unrank(rank + moves[edge], evaluation.frame);
      targets[edge] = state(evaluation.frame);
    }
    return new Cell(kind, targets, reactions);
  }

  /** Puts a point into the frame of the page's evaluation. */
  Part load(int state, int event, int input) {
    Part part = behaviour.events[event];
    int[] frame = behaviour.evaluation.frame;
    layout.unrank(rank(state), frame);
    int rest = input;
    for (int at = part.inputPlaces.length - 1; at >= 0; at--) {
      int place = part.inputPlaces[at];
      frame[place] = rest % layout.size(place);
      rest /= layout.size(place);
    }
    return part;
  }

  /** The rows that apply at some point that was asked, steps included. */
  Set<RowId> applied() {
    return RowUses.applying(behaviour);
  }

  /** How a reaction of the page ends. */
  Reaction.Kind kind(int reaction) {
    return KINDS[behaviour.interned.key(reaction)[2]];
  }

  private static final Reaction.Kind[] KINDS = Reaction.Kind.values();
}
