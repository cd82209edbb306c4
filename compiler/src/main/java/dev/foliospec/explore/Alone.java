package dev.foliospec.explore;

import java.util.Arrays;

/** What a page answers to one input of an event that hangs on it alone, by its state. */
final class Alone {
  static final byte UNKNOWN = 0;
  static final byte ONE = 1;
  static final byte NONE = 2;
  static final byte OTHER = 3;

  private byte[] kinds = new byte[64];
  long[] moves = new long[64];
  int[] reactions = new int[64];

  byte kind(int state) {
    return state < kinds.length ? kinds[state] : UNKNOWN;
  }

  void put(int state, byte kind, long move, int reaction) {
    if (state >= kinds.length) {
      int length = Math.max(state + 1, kinds.length * 2);
      kinds = Arrays.copyOf(kinds, length);
      moves = Arrays.copyOf(moves, length);
      reactions = Arrays.copyOf(reactions, length);
    }
    kinds[state] = kind;
    moves[state] = move;
    reactions[state] = reaction;
  }
}
