package dev.foliospec.check;

import dev.foliospec.explore.Dense;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets of reachable states in words: conditions on variables, flags and open traits that hold there
 * and at no other reachable state.
 */
final class Descriptions {
  /** How many conditions are given; the states that these leave are counted. */
  private static final int MOST = 4;

  /** A variable, flag or open trait. */
  private static final class Part {
    final String name;

    /** By state: the position of its value. */
    final int[] values;

    final List<String> spelled;

    Part(String name, int[] values, List<String> spelled) {
      this.name = name;
      this.values = values;
      this.spelled = spelled;
    }

    boolean occurs(int value) {
      for (int each : values) {
        if (each == value) {
          return true;
        }
      }
      return false;
    }
  }

  /** That a part has one of some values. */
  private static final class Literal {
    final int number;
    final Part part;
    final boolean[] values;

    /**
     * That a part is as in a state.
     *
     * @param number the part's position among the parts
     */
    Literal(int number, Part part, int state) {
      this.number = number;
      this.part = part;
      values = new boolean[part.spelled.size()];
      values[part.values[state]] = true;
    }
  }

  /** States that a condition describes. */
  static final class Described {
    private final String words;
    private final int[] states;
    private final boolean rest;

    /**
     * Describes states.
     *
     * @param words the condition: {@code `a` is `x` and `b` is `y`}; empty where it holds of all
     *     states, and of those that are left over
     * @param states the states, in order
     * @param rest whether these are the states left over
     */
    Described(String words, int[] states, boolean rest) {
      this.words = words;
      this.states = states;
      this.rest = rest;
    }

    /** The states, in order. */
    int[] states() {
      return states;
    }

    /** Whether it is one state. */
    boolean one() {
      return states.length == 1 && !rest;
    }

    /** Which states: {@code the state}, {@code 12 states in which ...}, {@code 3 more states}. */
    String which() {
      return (one() ? "the state" : states.length + (rest ? " more" : "") + " states")
          + (words.isEmpty() ? "" : " in which " + words);
    }
  }

  private final int states;
  private final List<Part> parts = new ArrayList<>();

  Descriptions(Dense dense) {
    states = dense.states();
    Policy policy = dense.policy();
    for (boolean hidden : new boolean[] {false, true}) {
      for (int at = 0; at < policy.variables().size(); at++) {
        Variable variable = policy.variables().get(at);
        if (variable.hidden() == hidden) {
          parts.add(variable(variable, dense.column(at)));
        }
      }
      if (!hidden) {
        configurations(dense, policy);
      }
    }
  }

  private static Part variable(Variable variable, char[] column) {
    int[] values = new int[column.length];
    for (int state = 0; state < values.length; state++) {
      values[state] = column[state];
    }
    List<String> spelled = new ArrayList<>();
    variable.type().values().forEach(value -> spelled.add(value.name()));
    return new Part(variable.name(), values, spelled);
  }

  private void configurations(Dense dense, Policy policy) {
    int[] of = dense.configurations();
    List<Configuration> all = new ArrayList<>();
    for (int number = 0; number < dense.initials(); number++) {
      all.add(dense.configuration(number));
    }
    for (int at = 0; at < policy.flags().size(); at++) {
      FlagSetting setting = policy.flags().get(at);
      if (setting.allowed().size() > 1) {
        List<String> spelled = new ArrayList<>();
        setting.allowed().forEach(value -> spelled.add(value.name()));
        int[] values = new int[states];
        for (int state = 0; state < states; state++) {
          values[state] = setting.allowed().indexOf(all.get(of[state]).flags().get(at));
        }
        parts.add(new Part(setting.flag().name(), values, spelled));
      }
    }
    List<TraitSetting> choices = policy.choices();
    for (int at = 0; at < choices.size(); at++) {
      List<String> spelled = new ArrayList<>();
      choices.get(at).alternatives().forEach(each -> spelled.add(each.spelled()));
      int[] values = new int[states];
      for (int state = 0; state < states; state++) {
        values[state] = all.get(of[state]).choices().get(at);
      }
      parts.add(new Part(choices.get(at).trait().name(), values, spelled));
    }
  }

  /**
   * A set of states, described piece by piece; each piece begins at its first state, and what the
   * last does not describe comes without words.
   */
  List<Described> of(boolean[] wanted) {
    List<Described> all = new ArrayList<>();
    boolean[] open = wanted.clone();
    for (int state = 0; state < states; state++) {
      if (!open[state]) {
        continue;
      }
      if (all.size() == MOST) {
        all.add(new Described("", members(open), true));
        break;
      }
      List<Literal> literals = literals(state, wanted, open);
      boolean[] covered = new boolean[states];
      for (int each = 0; each < states; each++) {
        covered[each] = open[each] && agrees(each, literals);
        open[each] &= !covered[each];
      }
      all.add(new Described(words(literals), members(covered), false));
    }
    return all;
  }

  /** What tells a state from all that are not wanted, with as many other values as that allows. */
  private List<Literal> literals(int state, boolean[] wanted, boolean[] open) {
    List<Literal> literals = new ArrayList<>();
    while (wrong(literals, wanted)) {
      Literal best = null;
      long bestKept = 0;
      long bestAll = 0;
      for (int part = 0; part < parts.size(); part++) {
        Literal literal = new Literal(part, parts.get(part), state);
        if (has(literals, part)) {
          continue;
        }
        literals.add(literal);
        long kept = count(literals, open);
        long all = kept + count(literals, not(wanted));
        literals.remove(literals.size() - 1);
        // The larger share of wanted states, then the larger number of them.
        long one = kept * bestAll;
        long other = bestKept * all;
        if (best == null || one > other || (one == other && kept > bestKept)) {
          best = literal;
          bestKept = kept;
          bestAll = all;
        }
      }
      if (best == null) {
        throw new IllegalStateException("two states have the same values");
      }
      literals.add(best);
    }
    for (int at = literals.size() - 1; at >= 0; at--) {
      Literal literal = literals.remove(at);
      if (wrong(literals, wanted)) {
        literals.add(at, literal);
      }
    }
    for (Literal literal : literals) {
      for (int value = 0; value < literal.values.length; value++) {
        boolean had = literal.values[value];
        literal.values[value] = true;
        literal.values[value] = had || !wrong(literals, wanted);
      }
    }
    literals.sort((one, other) -> Integer.compare(one.number, other.number));
    return literals;
  }

  private static boolean has(List<Literal> literals, int part) {
    for (Literal literal : literals) {
      if (literal.number == part) {
        return true;
      }
    }
    return false;
  }

  private static boolean[] not(boolean[] set) {
    boolean[] others = new boolean[set.length];
    for (int at = 0; at < set.length; at++) {
      others[at] = !set[at];
    }
    return others;
  }

  private boolean wrong(List<Literal> literals, boolean[] wanted) {
    for (int each = 0; each < states; each++) {
      if (!wanted[each] && agrees(each, literals)) {
        return true;
      }
    }
    return false;
  }

  private long count(List<Literal> literals, boolean[] among) {
    long count = 0;
    for (int each = 0; each < states; each++) {
      count += among[each] && agrees(each, literals) ? 1 : 0;
    }
    return count;
  }

  private static boolean agrees(int state, List<Literal> literals) {
    for (Literal literal : literals) {
      if (!literal.values[literal.part.values[state]]) {
        return false;
      }
    }
    return true;
  }

  private static String words(List<Literal> literals) {
    List<String> words = new ArrayList<>();
    for (Literal literal : literals) {
      List<String> values = new ArrayList<>();
      for (int value = 0; value < literal.values.length; value++) {
        // A value that no reachable state has would only lengthen the list.
        if (literal.values[value] && literal.part.occurs(value)) {
          values.add("`" + literal.part.spelled.get(value) + "`");
        }
      }
      int last = values.size() - 1;
      words.add("`" + literal.part.name + "` is "
          + (last == 0 ? "" : String.join(", ", values.subList(0, last)) + " or ")
          + values.get(last));
    }
    return Wording.and(words);
  }

  private int[] members(boolean[] set) {
    int count = 0;
    for (boolean each : set) {
      count += each ? 1 : 0;
    }
    int[] members = new int[count];
    int at = 0;
    for (int state = 0; state < states; state++) {
      if (set[state]) {
        members[at++] = state;
      }
    }
    return members;
  }
}
