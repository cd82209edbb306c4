package dev.foliospec.property;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition compiled over one {@link Graph}.
 *
 * <p>What speaks of the node before alone, of the node after, of the input or of the reaction, is
 * worked out beforehand for all of them, as a set; only what compares two of these is asked of each
 * transition.
 */
final class Test {
  /** Of what a condition speaks. */
  enum Side {
    /** The node before the event. */
    BEFORE,
    /** The node after it. */
    AFTER,
    /** The event with its arguments and chances. */
    INPUT,
    /** What is answered. */
    REACTION
  }

  private static final Side[] SIDES = Side.values();

  private static final Comparison[] NONE = {};

  static final Test TRUE = new Test(new long[SIDES.length][], NONE, new Test[][] {});

  /** A condition that never holds: no alternative of none. */
  static final Test FALSE = new Test(new long[SIDES.length][], NONE, new Test[][] {{}});

  /** By side: where the condition holds; absent where it does not matter. */
  private final long[] @Nullable [] sets;

  private final Comparison[] comparisons;

  /** Conditions of each of which one must hold. */
  private final Test[][] eithers;

  /** Something that two sides must be together. */
  interface Comparison {
    boolean holds(int before, int input, int after, int reaction);
  }

  /** Two codes that are compared by a table. */
  static final class Table implements Comparison {
    private final Side left;
    private final char[] leftCodes;
    private final Side right;
    private final char[] rightCodes;
    private final int width;
    private final long[] pairs;

    /**
     * A comparison.
     *
     * @param width how many codes the right side has
     * @param pairs for which pairs it holds, the left code times the width plus the right code
     */
    Table(Side left, char[] leftCodes, Side right, char[] rightCodes, int width, long[] pairs) {
      this.left = left;
      this.leftCodes = leftCodes;
      this.right = right;
      this.rightCodes = rightCodes;
      this.width = width;
      this.pairs = pairs;
    }

    @Override
    public boolean holds(int before, int input, int after, int reaction) {
      int one = leftCodes[pick(left, before, input, after, reaction)];
      int other = rightCodes[pick(right, before, input, after, reaction)];
      return Bits.has(pairs, one * width + other);
    }
  }

  /** That some of what nodes hold is the same before and after, or that it is not. */
  static final class Kept implements Comparison {
    private final int[] held;
    private final boolean truth;

    /**
     * A comparison of nodes.
     *
     * @param held a number for what each node holds
     */
    Kept(int[] held, boolean truth) {
      this.held = held;
      this.truth = truth;
    }

    @Override
    public boolean holds(int before, int input, int after, int reaction) {
      return (held[before] == held[after]) == truth;
    }
  }

  private Test(long[] @Nullable [] sets, Comparison[] comparisons, Test[][] eithers) {
    this.sets = sets;
    this.comparisons = comparisons;
    this.eithers = eithers;
  }

  /** The condition that one side is in a set. */
  static Test in(Side side, long[] set) {
    long[][] sets = new long[SIDES.length][];
    sets[side.ordinal()] = set;
    return new Test(sets, NONE, new Test[][] {});
  }

  static Test of(Comparison comparison) {
    return new Test(new long[SIDES.length][], new Comparison[] {comparison}, new Test[][] {});
  }

  /** The only side of which it speaks, and in what set that side must be; else none. */
  private @Nullable Side only() {
    Side only = null;
    for (Side side : SIDES) {
      if (sets[side.ordinal()] != null) {
        if (only != null) {
          return null;
        }
        only = side;
      }
    }
    return comparisons.length == 0 && eithers.length == 0 ? only : null;
  }

  boolean isFalse() {
    return eithers.length != 0 && eithers[0].length == 0;
  }

  private boolean isTrue() {
    for (long[] set : sets) {
      if (set != null) {
        return false;
      }
    }
    return comparisons.length == 0 && eithers.length == 0;
  }

  /** The condition that all of several hold. */
  static Test all(List<Test> parts) {
    if (parts.size() == 1) {
      return parts.get(0);
    }
    long[][] sets = new long[SIDES.length][];
    List<Comparison> comparisons = new ArrayList<>();
    List<Test[]> eithers = new ArrayList<>();
    for (Test part : parts) {
      if (part.isFalse()) {
        return FALSE;
      }
      for (int side = 0; side < sets.length; side++) {
        long[] set = part.sets[side];
        if (set != null) {
          sets[side] = sets[side] == null ? set : both(sets[side], set);
        }
      }
      comparisons.addAll(Arrays.asList(part.comparisons));
      eithers.addAll(Arrays.asList(part.eithers));
    }
    return new Test(sets, comparisons.toArray(new Comparison[0]), eithers.toArray(new Test[0][]));
  }

  /** The condition that one of several holds. */
  static Test any(List<Test> parts) {
    long[][] sets = new long[SIDES.length][];
    List<Test> rest = new ArrayList<>();
    for (Test part : parts) {
      if (part.isTrue()) {
        return TRUE;
      }
      Side only = part.only();
      if (only != null) {
        long[] set = part.sets[only.ordinal()];
        long[] known = sets[only.ordinal()];
        sets[only.ordinal()] = known == null ? set : either(known, set);
      } else if (!part.isFalse()) {
        rest.add(part);
      }
    }
    List<Test> alternatives = new ArrayList<>();
    for (Side side : SIDES) {
      if (sets[side.ordinal()] != null) {
        alternatives.add(in(side, sets[side.ordinal()]));
      }
    }
    alternatives.addAll(rest);
    if (alternatives.size() == 1) {
      return alternatives.get(0);
    }
    return alternatives.isEmpty()
        ? FALSE
        : new Test(
            new long[SIDES.length][], NONE, new Test[][] {alternatives.toArray(new Test[0])});
  }

  private static long[] both(long[] one, long[] other) {
    long[] both = new long[one.length];
    for (int at = 0; at < one.length; at++) {
      both[at] = one[at] & other[at];
    }
    return both;
  }

  private static long[] either(long[] one, long[] other) {
    long[] either = new long[one.length];
    for (int at = 0; at < one.length; at++) {
      either[at] = one[at] | other[at];
    }
    return either;
  }

  /** The nodes before an event for which it may hold, or none where all may. */
  long @Nullable [] before() {
    return set(Side.BEFORE);
  }

  /** What a side must be in, or none where it may be anything. */
  long @Nullable [] set(Side side) {
    return sets[side.ordinal()];
  }

  /** The nodes of which it holds; it speaks of nothing else. */
  long[] nodes(int size) {
    if (isTrue()) {
      return Bits.others(Bits.none(size), size);
    }
    if (isFalse()) {
      return Bits.none(size);
    }
    if (only() == Side.BEFORE) {
      return java.util.Objects.requireNonNull(sets[Side.BEFORE.ordinal()]);
    }
    long[] nodes = Bits.none(size);
    for (int node = 0; node < size; node++) {
      if (holds(node, 0, node, 0)) {
        Bits.add(nodes, node);
      }
    }
    return nodes;
  }

  /** Whether it holds of a transition. */
  boolean holds(int before, int input, int after, int reaction) {
    long[] set = sets[0];
    if (set != null && !Bits.has(set, before)) {
      return false;
    }
    set = sets[1];
    if (set != null && !Bits.has(set, after)) {
      return false;
    }
    set = sets[2];
    if (set != null && !Bits.has(set, input)) {
      return false;
    }
    set = sets[3];
    if (set != null && !Bits.has(set, reaction)) {
      return false;
    }
    for (Comparison each : comparisons) {
      if (!each.holds(before, input, after, reaction)) {
        return false;
      }
    }
    for (Test[] each : eithers) {
      if (!holds(each, before, input, after, reaction)) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(Test[] parts, int before, int input, int after, int reaction) {
    for (Test each : parts) {
      if (each.holds(before, input, after, reaction)) {
        return true;
      }
    }
    return false;
  }

  private static int pick(Side side, int before, int input, int after, int reaction) {
    return switch (side) {
      case BEFORE -> before;
      case AFTER -> after;
      case INPUT -> input;
      case REACTION -> reaction;
    };
  }
}
