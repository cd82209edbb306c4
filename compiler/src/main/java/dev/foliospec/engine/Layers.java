package dev.foliospec.engine;

import java.util.Arrays;

/** Where each layer of a queue begins: the states equally many steps from an initial one. */
final class Layers {
  private final Memory memory;
  private long[] starts = new long[16];
  private int count;

  Layers(Memory memory) {
    this.memory = memory;
  }

  /** Begins a layer at a position; false where there is no memory for it. */
  boolean begin(long position) {
    if (count == starts.length) {
      if (!memory.take((long) count * Long.BYTES)) {
        return false;
      }
      starts = Arrays.copyOf(starts, count * 2);
    }
    starts[count++] = position;
    return true;
  }

  /** How many positions were named; the last is the end of the last layer. */
  int count() {
    return count;
  }

  long start(int layer) {
    return starts[layer];
  }

  /** The layer in which a position lies. */
  int of(long position) {
    int found = Arrays.binarySearch(starts, 0, count, position);
    // Of empty layers there are none, so an exact match is the one that begins there.
    return found >= 0 ? found : -found - 2;
  }
}
