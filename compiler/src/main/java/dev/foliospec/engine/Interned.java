package dev.foliospec.engine;

import java.util.Arrays;

/** Numbers lists of ints from 0 in the order of their coming, equal ones alike. */
public final class Interned {
  private int[][] keys = new int[16][];
  private int[] hashes = new int[16];
  private int[] table = new int[32];
  private int size;

  /** How many lists there are. */
  public int size() {
    return size;
  }

  /** The list of a number; not a copy. */
  public int[] key(int number) {
    return keys[number];
  }

  /** The number of the first {@code length} ints. */
  public int number(int[] key, int length) {
    int hash = length;
    for (int at = 0; at < length; at++) {
      hash = hash * 31 + key[at];
    }
    hash *= 0x9E3779B9;
    hash ^= hash >>> 15;
    int mask = table.length - 1;
    int at = hash & mask;
    while (table[at] != 0) {
      int number = table[at] - 1;
      if (hashes[number] == hash && same(keys[number], key, length)) {
        return number;
      }
      at = (at + 1) & mask;
    }
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
      hashes = Arrays.copyOf(hashes, size * 2);
    }
    keys[size] = Arrays.copyOf(key, length);
    hashes[size] = hash;
    table[at] = ++size;
    if (size * 2 > table.length) {
      grow();
    }
    return size - 1;
  }

  private static boolean same(int[] known, int[] key, int length) {
    if (known.length != length) {
      return false;
    }
    for (int at = 0; at < length; at++) {
      if (known[at] != key[at]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    table = new int[table.length * 2];
    int mask = table.length - 1;
    for (int number = 0; number < size; number++) {
      int at = hashes[number] & mask;
      while (table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = number + 1;
    }
  }
}
