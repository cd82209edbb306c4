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

  private final long[] buffer;

  Moves(Group[] groups, long[] weights, int[] groupOf) {
    this.groups = groups;
    this.weights = weights;
    this.groupOf = groupOf;
    digits = new int[groups.length];
    sizes = new int[groups.length];
    parts = new int[groupOf.length][];
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
    int filled = 0;
    for (int at = 0; at < groups.length; at++) {
      Group group = groups[at];
      int row = digits[at];
      Choice choice = group.choice;
      if (choice.bits != 0) {
        int bits = 0;
        for (int other = 0; other < choice.others.length; other++) {
          bits |= choice.sets[other][digits[choice.others[other]]];
        }
        row = (row << choice.bits) | bits;
      }
      int[] steps = group.rows.steps;
      long weight = weights[at];
      int end = group.rows.starts[row + 1];
      for (int step = group.rows.starts[row]; step < end; step++) {
        buffer[filled++] = state + steps[step] * weight;
      }
      if (group.guarded.length != 0) {
        for (Guarded step : group.guarded[row]) {
          if (step.possible(digits)) {
            buffer[filled++] = state + step.step * weight;
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
