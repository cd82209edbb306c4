package dev.foliospec.suite;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Given;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Event;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is seen of reactions, as numbers: the answer and the outputs, neither row nor effects.
 *
 * <p>Two reactions of one number look the same. Of different numbers, some can still not be told
 * apart: where nothing is promised, whatever is seen may be that.
 */
final class Sights {
  /** What is seen at once: {@code *} stands for anything, and no value for no output. */
  private record Sight(String answer, List<String> outputs) {}

  private static final String ANYTHING = "*";
  private static final String NOTHING = "";

  private final Dense dense;
  private final int[] numbers;
  private final List<Sight> sights = new ArrayList<>();
  private final Map<Sight, Integer> known = new HashMap<>();

  Sights(Dense dense) {
    this.dense = dense;
    this.numbers = new int[dense.reactions().size() * dense.policy().events().size()];
    Arrays.fill(numbers, -1);
  }

  /** The number of what is seen when an event has a reaction. */
  int of(int event, int reaction) {
    int at = event * dense.reactions().size() + reaction;
    if (numbers[at] < 0) {
      Sight sight = sight(dense.policy().events().get(event), dense.reactions().get(reaction));
      Integer number = known.get(sight);
      if (number == null) {
        number = sights.size();
        known.put(sight, number);
        sights.add(sight);
      }
      numbers[at] = number;
    }
    return numbers[at];
  }

  private static Sight sight(Event event, Reaction reaction) {
    List<String> outputs = new ArrayList<>();
    for (int at = 0; at < reaction.outputs().size(); at++) {
      Given given = reaction.outputs().get(at);
      if (given.anything()
          || given.value().filter(event.outputs().get(at).type()::matchesAny).isPresent()) {
        outputs.add(ANYTHING);
      } else {
        outputs.add(given.value().map(Value::name).orElse(NOTHING));
      }
    }
    return new Sight(reaction.answer(), outputs);
  }

  /** For each pair of numbers whether seeing the second refutes that the first was expected. */
  boolean[][] refutations() {
    boolean[][] refutations = new boolean[sights.size()][sights.size()];
    for (int expected = 0; expected < sights.size(); expected++) {
      for (int seen = 0; seen < sights.size(); seen++) {
        refutations[expected][seen] = refutes(sights.get(expected), sights.get(seen));
      }
    }
    return refutations;
  }

  /** An output that is not expected refutes nothing, since nobody looks at it. */
  private static boolean refutes(Sight expected, Sight seen) {
    if (!expected.answer().equals(seen.answer())) {
      return true;
    }
    for (int at = 0; at < Math.min(expected.outputs().size(), seen.outputs().size()); at++) {
      String one = expected.outputs().get(at);
      String other = seen.outputs().get(at);
      if (!one.equals(ANYTHING)
          && !one.equals(NOTHING)
          && !other.equals(ANYTHING)
          && !one.equals(other)) {
        return true;
      }
    }
    return false;
  }
}
