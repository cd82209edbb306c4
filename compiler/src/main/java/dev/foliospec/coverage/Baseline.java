package dev.foliospec.coverage;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Input;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What a policy does as it is written, to compare with what it does when a cell is changed: answers,
 * outputs, effects and next states at all reachable points, whichever row answers.
 */
final class Baseline {
  private final Dense dense;
  private final Map<String, Integer> numbers = new HashMap<>();

  /** By reaction: the number of what it shows and does. */
  private final int[] deeds;

  private final int[] configurations;
  private final char[][] columns;

  Baseline(Dense dense) {
    this.dense = dense;
    deeds = new int[dense.reactions().size()];
    for (int at = 0; at < deeds.length; at++) {
      String deed = deed(dense.reactions().get(at));
      Integer known = numbers.putIfAbsent(deed, numbers.size());
      deeds[at] = known == null ? numbers.size() - 1 : known;
    }
    configurations = dense.configurations();
    columns = columns(dense);
  }

  Dense dense() {
    return dense;
  }

  private static char[][] columns(Dense dense) {
    char[][] columns = new char[dense.policy().variables().size()][];
    for (int at = 0; at < columns.length; at++) {
      columns[at] = dense.column(at);
    }
    return columns;
  }

  private static String deed(Reaction reaction) {
    StringBuilder text = new StringBuilder(reaction.shown());
    for (Effect effect : reaction.effects()) {
      text.append(';').append(effect.name());
    }
    return text.toString();
  }

  /** Whether a changed policy does the same everywhere. */
  boolean same(Dense other) {
    if (other.states() != dense.states()
        || other.initials() != dense.initials()
        || !Arrays.equals(configurations, other.configurations())
        || !Arrays.deepEquals(columns, columns(other))) {
      return false;
    }
    int[] theirs = new int[other.reactions().size()];
    for (int at = 0; at < theirs.length; at++) {
      theirs[at] = numbers.getOrDefault(deed(other.reactions().get(at)), -1);
    }
    // Inputs differ where one of the two reads a chance that the other does not.
    return agrees(other, theirs, true) && agrees(other, theirs, false);
  }

  /** Whether all points of one of the two are answered alike by the other. */
  private boolean agrees(Dense other, int[] theirs, boolean mine) {
    Dense from = mine ? dense : other;
    Dense to = mine ? other : dense;
    for (int number = 0; number < from.inputs(); number++) {
      Input input = from.input(number);
      int its = to.inputOf(input.event().name(), input.arguments(), input.chances());
      if (its < 0) {
        return false;
      }
      for (int state = 0; state < from.states(); state++) {
        if (!agrees(other, theirs, state, mine ? number : its, mine ? its : number)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean agrees(Dense other, int[] theirs, int state, int input, int its) {
    PointKind kind = dense.kind(state, input);
    if (kind != other.kind(state, its)) {
      return false;
    }
    int from = dense.from(state, input);
    int count = dense.to(state, input) - from;
    int first = other.from(state, its);
    if (count != other.to(state, its) - first) {
      return false;
    }
    if (count == 1) {
      return dense.target(from) == other.target(first)
          && deeds[dense.reaction(from)] == theirs[other.reaction(first)];
    }
    long[] mine = new long[count];
    long[] theirOwn = new long[count];
    for (int at = 0; at < count; at++) {
      mine[at] = (long) deeds[dense.reaction(from + at)] << 32 | dense.target(from + at);
      theirOwn[at] = (long) theirs[other.reaction(first + at)] << 32 | other.target(first + at);
    }
    Arrays.sort(mine);
    Arrays.sort(theirOwn);
    return Arrays.equals(mine, theirOwn);
  }
}
