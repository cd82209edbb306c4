package dev.foliospec.engine;

import java.util.Arrays;

/** Neighbouring components of a product, treated as one: a digit for each combination of theirs. */
final class Group {
  /** Its first component. */
  final int first;

  /** By component of it and digit, the component's own digit. */
  final int[][] parts;

  /** What other groups are doing says which row of the table is read. */
  final Choice choice;

  final Rows rows;

  /** By digit, the steps with more guards than rows could be made for; empty if there are none. */
  final Guarded[][] guarded;

  Group(int first, int[][] parts, Choice choice, Rows rows, Guarded[][] guarded) {
    this.first = first;
    this.parts = parts;
    this.choice = choice;
    this.rows = rows;
    this.guarded = guarded;
  }

  /** How many digits it has. */
  int size() {
    return parts[0].length;
  }

  /** The most steps that one digit has. */
  int widest() {
    int widest = 0;
    for (int row = 0; row + 1 < rows.starts.length; row++) {
      int more = guarded.length == 0 ? 0 : guarded[row].length;
      widest = Math.max(widest, rows.starts[row + 1] - rows.starts[row] + more);
    }
    return widest;
  }

  /** Steps by row, where a digit has two to the power of so many rows. */
  static final class Rows {
    /** Where each row begins in {@link #steps}; at the end, their number. */
    final int[] starts;

    /** How far each step moves the digit. */
    final int[] steps;

    Rows(int[] starts, int[] steps) {
      this.starts = starts;
      this.steps = steps;
    }

    boolean same(Rows other) {
      return Arrays.equals(starts, other.starts) && Arrays.equals(steps, other.steps);
    }
  }

  /** Which of a digit's rows is read. */
  static final class Choice {
    /** Rows of a digit, as a power of two. */
    final int bits;

    /** The other groups that matter. */
    final int[] others;

    /** By other group and its digit, the bits of the row's number that it sets. */
    final int[][] sets;

    Choice(int bits, int[] others, int[][] sets) {
      this.bits = bits;
      this.others = others;
      this.sets = sets;
    }
  }

  /** A step that is possible while each of some other groups is at one of some digits. */
  static final class Guarded {
    /** How far it moves the digit. */
    final int step;

    private final int[] others;

    /** By other group and its digit, whether it is one of them. */
    private final boolean[][] digits;

    Guarded(int step, int[] others, boolean[][] digits) {
      this.step = step;
      this.others = others;
      this.digits = digits;
    }

    /** Whether it is possible while the groups are at these digits. */
    boolean possible(int[] at) {
      for (int other = 0; other < others.length; other++) {
        if (!digits[other][at[others[other]]]) {
          return false;
        }
      }
      return true;
    }
  }
}
