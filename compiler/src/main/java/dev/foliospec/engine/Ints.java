package dev.foliospec.engine;

import java.util.Arrays;

/** A growing list of ints. */
final class Ints {
  private int[] ints = new int[64];
  private int size;

  void add(int added) {
    if (size == ints.length) {
      ints = Arrays.copyOf(ints, size * 2);
    }
    ints[size++] = added;
  }

  /** Sorts what was added after so many, and keeps one of each. */
  void distinctFrom(int start) {
    Arrays.sort(ints, start, size);
    int kept = start;
    for (int at = start; at < size; at++) {
      if (at == start || ints[at] != ints[at - 1]) {
        ints[kept++] = ints[at];
      }
    }
    size = kept;
  }

  int size() {
    return size;
  }

  int[] all() {
    return Arrays.copyOf(ints, size);
  }
}
