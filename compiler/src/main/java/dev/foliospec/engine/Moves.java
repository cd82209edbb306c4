package dev.foliospec.engine;

import dev.foliospec.engine.Group.Choice;
import dev.foliospec.engine.Group.Guarded;

/** Works out the successors of a product's states. */
public final class Moves implements Expander {
  private final Group[] groups;
  private final long[] weights;
  private final int[] sizes;

  /** By component, the group that it is in. */
  private final int[] groupOf;

  /** By component and digit of its group, its own digit. */
  private final int[][] parts;

  /** The digits of the groups in the state last expanded. */
  private final int[] digits;

  /** By group, the row of its table that is read. */
  private final int[] rows;

  private final int[] shifts;
  private final int[][] starts;
  private final int[][] steps;

  /** Groups whose row depends on another's digit, the others, and the bits of each digit. */
  private final int[] askers;

  private final int[] asked;
  private final int[][] sets;

  private boolean guarded;
  private final long[] buffer;

  Moves(Group[] groups, long[] weights, int[] groupOf) {
    this.groups = groups;
    this.weights = weights;
    this.groupOf = groupOf;
    digits = new int[groups.length];
    sizes = new int[groups.length];
    parts = new int[groupOf.length][];
    rows = new int[groups.length];
    shifts = new int[groups.length];
    starts = new int[groups.length][];
    steps = new int[groups.length][];
    int links = 0;
    for (int at = 0; at < groups.length; at++) {
      shifts[at] = groups[at].choice.bits;
      starts[at] = groups[at].rows.starts;
      steps[at] = groups[at].rows.steps;
      links += groups[at].choice.others.length;
      guarded |= groups[at].guarded.length != 0;
    }
    askers = new int[links];
    asked = new int[links];
    sets = new int[links][];
    int link = 0;
    for (int at = 0; at < groups.length; at++) {
      Choice choice = groups[at].choice;
      for (int other = 0; other < choice.others.length; other++) {
        askers[link] = at;
        asked[link] = choice.others[other];
        sets[link++] = choice.sets[other];
      }
    }
    int widest = 0;
    for (int at = 0; at < groups.length; at++) {
      sizes[at] = groups[at].size();
      widest += groups[at].widest();
    }
    for (int component = 0; component < parts.length; component++) {
      Group group = groups[groupOf[component]];
      parts[component] = group.parts[component - group.first];
    }
    buffer = new long[widest];
  }

  @Override
  public long[] buffer() {
    return buffer;
  }

  /** The digit of a component in the state last expanded. */
  public int digit(int component) {
    return parts[component][digits[groupOf[component]]];
  }

  @Override
  public int expand(long state) {
    unrank(state);
    for (int at = 0; at < rows.length; at++) {
      rows[at] = digits[at] << shifts[at];
    }
    for (int link = 0; link < sets.length; link++) {
      rows[askers[link]] |= sets[link][digits[asked[link]]];
    }
    int filled = 0;
    for (int at = 0; at < rows.length; at++) {
      int[] moves = steps[at];
      long weight = weights[at];
      int end = starts[at][rows[at] + 1];
      for (int step = starts[at][rows[at]]; step < end; step++) {
        buffer[filled++] = state + moves[step] * weight;
      }
    }
    return guarded ? addGuarded(state, filled) : filled;
  }

  private int addGuarded(long state, int from) {
    int filled = from;
    for (int at = 0; at < groups.length; at++) {
      if (groups[at].guarded.length != 0) {
        for (Guarded step : groups[at].guarded[digits[at]]) {
          if (step.possible(digits)) {
            buffer[filled++] = state + step.step * weights[at];
          }
        }
      }
    }
    return filled;
  }

  private void unrank(long state) {
    if (state <= Integer.MAX_VALUE) {
      int rest = (int) state;
      for (int at = sizes.length - 1; at > 0; at--) {
        int above = rest / sizes[at];
        digits[at] = rest - above * sizes[at];
        rest = above;
      }
      digits[0] = rest;
    } else {
      long rest = state;
      for (int at = sizes.length - 1; at > 0; at--) {
        long above = rest / sizes[at];
        digits[at] = (int) (rest - above * sizes[at]);
        rest = above;
      }
      digits[0] = (int) rest;
    }
  }
}
