package dev.foliospec.engine;

import org.jspecify.annotations.Nullable;

/** How the states met are kept. */
public enum Keeping {
  /** In a table, until a bit for each rank takes less. */
  SMALLEST,
  /** In a table of ranks. */
  TABLE,
  /** As a bit for each rank of the space. */
  BITS;

  /** Slots of the first table. */
  private static final int FIRST = 1 << 15;

  /** An empty set, or null where there is no memory for it. */
  @Nullable
  Visited start(long ranks, Memory memory) {
    long bits = Marks.bytes(ranks);
    long table = FIRST * (long) Long.BYTES;
    if (this == BITS || (this == SMALLEST && bits <= table)) {
      return memory.take(bits) ? new Marks(ranks) : null;
    }
    return memory.take(table) ? new Table(ranks, FIRST, this == SMALLEST) : null;
  }
}
