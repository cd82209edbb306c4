package dev.foliospec.suite;

import dev.foliospec.explore.Dense;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How to find out by answers alone that an implementation is in the state in which it should be.
 *
 * <p>A test that stops at the answer of the step that it is about finds few wrong next states, since
 * an implementation need not show its state. A tail is what to do after that step: inputs to which
 * the right state answers in one way, and some other state not so. The others are those that can be
 * reached with the same flags and choices.
 *
 * <p>States of the same class are never told apart. Of others, some are not either: where the only
 * inputs that would tell must not be tried in one of them, or leave their answers open.
 */
public final class Tails {
  /** Above this many classes there are no tails: pairs of them are looked at. */
  private static final int MOST_CLASSES = 4_000;

  /**
   * What to do after a step.
   *
   * @param inputs numbers of inputs of {@link Dense}, in order
   * @param told how many states the tails up to this one tell from the right one
   */
  public record Tail(List<Integer> inputs, int told) {
    /** Copies the list. */
    public Tail {
      inputs = List.copyOf(inputs);
    }
  }

  private record Target(int configuration, int of) {}

  private final Quotient quotient;
  private final int[] configurations;
  private final int[][] members;
  private final int[][][] table;
  private final boolean[][] refutes;
  private final byte[][] lengths;
  private final Map<Target, List<Tail>> known = new HashMap<>();

  private Tails(Dense dense) {
    this.quotient = new Quotient(dense);
    this.configurations = dense.configurations();
    this.table = quotient.table();
    this.refutes = quotient.refutations();
    int classes = quotient.classes();
    this.members = new int[dense.initials()][classes];
    for (int state = 0; state < dense.states(); state++) {
      members[configurations[state]][quotient.classOf(state)]++;
    }
    this.lengths = new byte[classes][classes <= MOST_CLASSES ? classes : 0];
    if (known()) {
      measure();
    }
  }

  /** The tails of a policy's states. */
  public static Tails of(Dense dense) {
    return new Tails(dense);
  }

  /** Whether states can be told apart at all, or are too many to look at each pair of them. */
  public boolean known() {
    return lengths.length <= MOST_CLASSES;
  }

  /** How many other states can be reached with the same flags and choices. */
  public int others(int state) {
    return Arrays.stream(members[configurations[state]]).sum() - 1;
  }

  /** The tails of a state, each of which tells it from states from which those before it do not. */
  public List<Tail> of(int state) {
    if (!known()) {
      return List.of();
    }
    return known.computeIfAbsent(
        new Target(configurations[state], quotient.classOf(state)),
        target -> chosen(target.of(), members[target.configuration()]));
  }

  // --- Pairs ----------------------------------------------------------------------------------

  /** For each pair of classes the length of the shortest tail that tells them apart, or 0. */
  private void measure() {
    boolean found = true;
    for (byte length = 1; found && length < Byte.MAX_VALUE; length++) {
      found = false;
      for (int right = 0; right < lengths.length; right++) {
        for (int wrong = 0; wrong < lengths.length; wrong++) {
          if (right != wrong && lengths[right][wrong] == 0 && telling(right, wrong, length) >= 0) {
            lengths[right][wrong] = length;
            found = true;
          }
        }
      }
    }
  }

  /** The position of an input with which a tail of that length may begin, or -1. */
  private int telling(int right, int wrong, int length) {
    for (int at = 0; at < table[right].length; at++) {
      int[] expected = table[right][at];
      int[] seen = table[wrong][at];
      if (expected.length == 2 && seen.length > 0 && tells(expected, seen, length)) {
        return at;
      }
    }
    return -1;
  }

  /** Whether all that the wrong class may show is refuted, at once or by what must come next. */
  private boolean tells(int[] expected, int[] seen, int length) {
    int next = -1;
    for (int at = 0; at < seen.length; at += 2) {
      if (!refutes[expected[0]][seen[at]]) {
        int rest = lengths[expected[1]][seen[at + 1]];
        // One continuation must do for all that is not refuted yet.
        if (rest == 0 || rest >= length || (next >= 0 && next != seen[at + 1])) {
          return false;
        }
        next = seen[at + 1];
      }
    }
    return true;
  }

  private List<Integer> shortest(int right, int wrong) {
    List<Integer> tail = new ArrayList<>();
    int expected = right;
    int other = wrong;
    while (other >= 0) {
      int at = telling(expected, other, lengths[expected][other]);
      tail.add(at);
      int[] seen = table[other][at];
      int next = -1;
      for (int each = 0; each < seen.length; each += 2) {
        if (!refutes[table[expected][at][0]][seen[each]]) {
          next = seen[each + 1];
        }
      }
      expected = table[expected][at][1];
      other = next;
    }
    return tail;
  }

  // --- Choosing -------------------------------------------------------------------------------

  /** Few tails that tell a class from all from which it can be told: greedily, short ones first. */
  private List<Tail> chosen(int right, int[] members) {
    BitSet others = new BitSet();
    Set<List<Integer>> candidates = new LinkedHashSet<>();
    for (int wrong = 0; wrong < members.length; wrong++) {
      if (wrong != right && members[wrong] > 0) {
        others.set(wrong);
        if (lengths[right][wrong] > 0) {
          candidates.add(shortest(right, wrong));
        }
      }
    }
    Map<List<Integer>, BitSet> told = new HashMap<>();
    candidates.forEach(tail -> told.put(tail, told(right, others, tail)));
    BitSet open = new BitSet();
    told.values().forEach(open::or);
    List<Tail> chosen = new ArrayList<>();
    int sum = 0;
    while (!open.isEmpty()) {
      List<Integer> best = List.of();
      int most = 0;
      for (List<Integer> tail : candidates) {
        BitSet more = (BitSet) told.getOrDefault(tail, new BitSet()).clone();
        more.and(open);
        int gain = more.stream().map(each -> members[each]).sum();
        if (gain > most || (gain == most && gain > 0 && tail.size() < best.size())) {
          most = gain;
          best = tail;
        }
      }
      open.andNot(told.getOrDefault(best, open));
      sum += most;
      chosen.add(new Tail(best.stream().map(at -> quotient.inputs()[at]).toList(), sum));
    }
    return chosen;
  }

  private BitSet told(int right, BitSet others, List<Integer> tail) {
    BitSet told = new BitSet();
    others.stream().filter(each -> tells(right, each, tail)).forEach(told::set);
    return told;
  }

  /** Whether a tail tells a class from another, whatever that one shows. */
  private boolean tells(int right, int wrong, List<Integer> tail) {
    int expected = right;
    BitSet maybe = new BitSet();
    maybe.set(wrong);
    for (int at : tail) {
      int[] here = table[expected][at];
      BitSet next = new BitSet();
      for (int each = maybe.nextSetBit(0); each >= 0; each = maybe.nextSetBit(each + 1)) {
        int[] seen = table[each][at];
        if (seen.length == 0) {
          return false;
        }
        for (int edge = 0; edge < seen.length; edge += 2) {
          if (!refutes[here[0]][seen[edge]]) {
            next.set(seen[edge + 1]);
          }
        }
      }
      if (next.isEmpty()) {
        return true;
      }
      maybe = next;
      expected = here[1];
    }
    return false;
  }
}
