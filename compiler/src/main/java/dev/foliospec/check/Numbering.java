package dev.foliospec.check;

import java.util.Arrays;

/** Numbers keys in the order in which they come, from 0. */
final class Numbering {
  private long[] keys = new long[64];

  /** The number of a key plus one, where the key lies. */
  private int[] numbers = new int[64];

  private int count;

  /** The number of a key. */
  int of(long key) {
    int mask = keys.length - 1;
    int at = place(key, mask);
    while (numbers[at] != 0) {
      if (keys[at] == key) {
        return numbers[at] - 1;
      }
      at = (at + 1) & mask;
    }
    keys[at] = key;
    numbers[at] = ++count;
    if (count * 2 > keys.length) {
      grow();
    }
    return count - 1;
  }

  /** The number of a pair of numbers. */
  int of(int one, int other) {
    return of((long) one << 32 | (other & 0xFFFFFFFFL));
  }

  int size() {
    return count;
  }

  void clear() {
    Arrays.fill(numbers, 0);
    count = 0;
  }

  private static int place(long key, int mask) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return ((int) (mixed >>> 32) ^ (int) (mixed >>> 15)) & mask;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[oldKeys.length * 2];
    numbers = new int[keys.length];
    int mask = keys.length - 1;
    for (int old = 0; old < oldKeys.length; old++) {
      if (oldNumbers[old] != 0) {
        int at = place(oldKeys[old], mask);
        while (numbers[at] != 0) {
          at = (at + 1) & mask;
        }
        keys[at] = oldKeys[old];
        numbers[at] = oldNumbers[old];
      }
    }
  }
}
