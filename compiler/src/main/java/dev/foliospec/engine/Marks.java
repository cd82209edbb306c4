package dev.foliospec.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** A bit for each rank. */
class Marks extends Visited {
  static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);

  final long[] words;

  /** For so many ranks. */
  Marks(long ranks) {
    words = new long[(int) ((ranks + 63) >>> 6)];
  }

  /** Bytes that so many ranks take, or more than there are where one array can't hold them. */
  static long bytes(long ranks) {
    return ranks > 1L << 36 ? Long.MAX_VALUE / 4 : ((ranks + 63) >>> 6) * Long.BYTES;
  }

  @Override
  int keepNew(long[] states, int count, boolean shared) {
    return shared ? keepNewShared(states, count) : keepNewAlone(states, count);
  }

  private int keepNewAlone(long[] states, int count) {
    long[] bits = words;
    int kept = 0;
    for (int at = 0; at < count; at++) {
      long state = states[at];
      int word = (int) (state >>> 6);
      long marked = bits[word];
      long bit = 1L << state;
      if ((marked & bit) == 0) {
        bits[word] = marked | bit;
        states[kept++] = state;
      }
    }
    return kept;
  }

  private int keepNewShared(long[] states, int count) {
    long[] bits = words;
    int kept = 0;
    for (int at = 0; at < count; at++) {
      long state = states[at];
      // Bits are never taken back: one that a plain, perhaps outdated, read shows is there.
      if ((bits[(int) (state >>> 6)] & (1L << state)) == 0 && mark(state)) {
        states[kept++] = state;
      }
    }
    return kept;
  }

  /** Sets a bit among other threads; whether it was this thread that did. */
  boolean mark(long state) {
    long bit = 1L << state;
    return ((long) WORD.getAndBitwiseOr(words, (int) (state >>> 6), bit) & bit) == 0;
  }

  @Override
  boolean add(long state, boolean shared) {
    if (contains(state)) {
      return false;
    }
    if (shared) {
      return mark(state);
    }
    words[(int) (state >>> 6)] |= 1L << state;
    return true;
  }

  @Override
  boolean contains(long state) {
    return (words[(int) (state >>> 6)] & (1L << state)) != 0;
  }

  @Override
  long most() {
    return Long.MAX_VALUE;
  }

  @Override
  long bytes() {
    return words.length * (long) Long.BYTES;
  }

  @Override
  @Nullable
  Visited grown(Memory memory) {
    return this;
  }
}
