package dev.foliospec.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * States in the order in which they were met, in pieces that are never moved. Several threads may
 * append at once, each a batch at a time.
 */
final class Queue {
  private static final int BITS = 16;

  /** States in a piece. */
  private static final int PIECE = 1 << BITS;

  private final Memory memory;

  /** Whether a state takes four bytes, so that pieces are in {@link #ints}. */
  private final boolean narrow;

  private final AtomicLong size = new AtomicLong();
  private volatile int pieces;
  private volatile int[][] ints = new int[0][];
  private volatile long[][] longs = new long[0][];

  /** For ranks less than that. */
  Queue(long ranks, Memory memory) {
    this.memory = memory;
    narrow = ranks <= 1L << 31;
  }

  long size() {
    return size.get();
  }

  /** Appends states; false, and only some of them appended, where there is no memory for them. */
  boolean append(long[] states, int count) {
    long at = size.getAndAdd(count);
    for (int from = 0; from < count; ) {
      int piece = (int) (at >>> BITS);
      int start = (int) at & (PIECE - 1);
      int length = Math.min(count - from, PIECE - start);
      if (piece >= pieces && !make(piece)) {
        return false;
      }
      if (narrow) {
        int[] into = ints[piece];
        for (int i = 0; i < length; i++) {
          into[start + i] = (int) states[from + i];
        }
      } else {
        System.arraycopy(states, from, longs[piece], start, length);
      }
      from += length;
      at += length;
    }
    return true;
  }

  /** Makes pieces up to one; false where there is no memory for them. */
  private synchronized boolean make(int last) {
    while (pieces <= last) {
      int length = narrow ? ints.length : longs.length;
      if (pieces == length) {
        int more = Math.max(16, length * 2);
        if (!memory.take((more - length) * (long) Long.BYTES)) {
          return false;
        }
        if (narrow) {
          ints = Arrays.copyOf(ints, more);
        } else {
          longs = Arrays.copyOf(longs, more);
        }
      }
      if (!memory.take((long) PIECE * (narrow ? Integer.BYTES : Long.BYTES))) {
        return false;
      }
      // Counting it, which is volatile, is what shows it to other threads.
      if (narrow) {
        ints[pieces] = new int[PIECE];
      } else {
        longs[pieces] = new long[PIECE];
      }
      pieces = pieces + 1;
    }
    return true;
  }

  /** Forgets all states from a position on. */
  void cut(long from) {
    size.set(from);
  }

  /** The state at a position. */
  long at(long position) {
    int piece = (int) (position >>> BITS);
    int start = (int) position & (PIECE - 1);
    return narrow ? ints[piece][start] : longs[piece][start];
  }

  /** Puts another state at a position. */
  void put(long position, long state) {
    int piece = (int) (position >>> BITS);
    int start = (int) position & (PIECE - 1);
    if (narrow) {
      ints[piece][start] = (int) state;
    } else {
      longs[piece][start] = state;
    }
  }

  /** Copies the states from one position up to another. */
  void read(long from, long to, long[] into) {
    int filled = 0;
    for (long at = from; at < to; ) {
      int piece = (int) (at >>> BITS);
      int start = (int) at & (PIECE - 1);
      int length = (int) Math.min(to - at, PIECE - start);
      if (narrow) {
        int[] states = ints[piece];
        for (int i = 0; i < length; i++) {
          into[filled + i] = states[start + i];
        }
      } else {
        System.arraycopy(longs[piece], start, into, filled, length);
      }
      filled += length;
      at += length;
    }
  }
}
