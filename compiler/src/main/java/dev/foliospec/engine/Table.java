package dev.foliospec.engine;

import org.jspecify.annotations.Nullable;

/**
 * Ranks by open addressing, for spaces of which a small part is reached. Once bits for the whole
 * space would be smaller than the next table, it becomes {@link Marks}.
 */
class Table extends Visited {
  private static final int LARGEST = 1 << 30;

  /** Slots below which room costs less than probing and moving: it grows early and fourfold. */
  private static final int SMALL = 1 << 16;

  /** How many ranks the space has. */
  final long ranks;

  /** Each rank plus one, or 0. Its length is a power of two. */
  final long[] slots;

  private final int shift;

  /** How many states may be in it. */
  private final long most;

  /** Whether it may become bits. */
  private final boolean turning;

  Table(long ranks, int capacity, boolean turning) {
    this(
        ranks,
        new long[capacity],
        capacity < SMALL ? capacity / 8 * 3L : capacity / 8 * 5L,
        turning);
  }

  private Table(long ranks, long[] slots, long most, boolean turning) {
    this.ranks = ranks;
    this.slots = slots;
    this.most = most;
    this.turning = turning;
    shift = Long.numberOfLeadingZeros(slots.length) + 1;
  }

  final int place(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
  }

  @Override
  int keepNew(long[] states, int count, boolean shared) {
    int kept = 0;
    for (int at = 0; at < count; at++) {
      long state = states[at];
      if (add(state, shared)) {
        states[kept++] = state;
      }
    }
    return kept;
  }

  @Override
  boolean add(long state, boolean shared) {
    long[] known = slots;
    int mask = known.length - 1;
    long key = state + 1;
    int at = place(key);
    while (true) {
      long there = known[at];
      if (there == 0) {
        if (!shared) {
          known[at] = key;
          return true;
        }
        there = claim(at, key);
        if (there == 0) {
          return true;
        }
      }
      if (there == key) {
        return false;
      }
      at = (at + 1) & mask;
    }
  }

  /** Writes a key to a slot that looked empty, among other threads; what was there before. */
  long claim(int at, long key) {
    return (long) Marks.WORD.compareAndExchange(slots, at, 0L, key);
  }

  @Override
  boolean contains(long state) {
    int mask = slots.length - 1;
    long key = state + 1;
    int at = place(key);
    while (slots[at] != 0) {
      if (slots[at] == key) {
        return true;
      }
      at = (at + 1) & mask;
    }
    return false;
  }

  @Override
  long most() {
    return most;
  }

  @Override
  long bytes() {
    return slots.length * (long) Long.BYTES;
  }

  @Override
  @Nullable
  Visited grown(Memory memory) {
    int times = slots.length < SMALL ? 4 : 2;
    if (turning && Marks.bytes(ranks) <= times * bytes()) {
      if (memory.take(Marks.bytes(ranks))) {
        Marks marks = new Marks(ranks);
        move(marks);
        memory.free(bytes());
        return marks;
      }
    } else {
      while (times > 1 && (slots.length > LARGEST / times || !memory.take(times * bytes()))) {
        times /= 2;
      }
      if (times > 1) {
        Table larger = empty(times * slots.length);
        move(larger);
        memory.free(bytes());
        return larger;
      }
    }
    // Where it can't grow, it is filled up: slower, but not yet at its end.
    long full = slots.length / 8 * 7L;
    return most < full ? filled(full) : null;
  }

  /** An empty one of another size. */
  Table empty(int capacity) {
    return new Table(ranks, capacity, turning);
  }

  private Table filled(long most) {
    return new Table(ranks, slots, most, turning);
  }

  /** Copies all states to another set that is empty so far. */
  void move(Visited to) {
    if (to instanceof Table table) {
      table.fill(slots);
      return;
    }
    for (long key : slots) {
      if (key != 0) {
        to.add(key - 1, false);
      }
    }
  }

  /** Takes in keys of which none is in it, nor twice among them. */
  private void fill(long[] keys) {
    long[] known = slots;
    int mask = known.length - 1;
    for (long key : keys) {
      if (key != 0) {
        int at = place(key);
        while (known[at] != 0) {
          at = (at + 1) & mask;
        }
        known[at] = key;
      }
    }
  }
}
