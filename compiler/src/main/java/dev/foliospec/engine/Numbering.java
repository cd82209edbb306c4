package dev.foliospec.engine;

import java.util.Arrays;

/** Numbers keys from 0 in the order of their coming, by open addressing. Keys are any longs. */
public final class Numbering {
  private long[] keys;

  /** The number of a key plus one, by a hash of the key; at most half full. */
  private int[] table;

  private int size;

  /** Where the key last looked for would go. */
  private int free;

  /** Empty, with space for a few. */
  public Numbering() {
    keys = new long[64];
    table = new int[256];
  }

  /** How many keys there are. */
  public int size() {
    return size;
  }

  /** The key of a number. */
  public long key(int number) {
    return keys[number];
  }

  /** All keys by number, and perhaps zeros after them; not a copy. */
  public long[] keys() {
    return keys;
  }

  /** The number of a key, or -1 where it has none. */
  public int find(long key) {
    int mask = table.length - 1;
    int at = hash(key) & mask;
    while (table[at] != 0) {
      int number = table[at] - 1;
      if (keys[number] == key) {
        return number;
      }
      at = (at + 1) & mask;
    }
    free = at;
    return -1;
  }

  /** Numbers a key that {@link #find} has just not found. */
  public int add(long key) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, size * 2);
    }
    keys[size] = key;
    table[free] = ++size;
    if (size * 2 > table.length) {
      grow();
    }
    return size - 1;
  }

  /** The number of a key, a new one where it has none. */
  public int number(long key) {
    int known = find(key);
    return known >= 0 ? known : add(key);
  }

  /**
   * Bytes that the next {@link #add} takes beside those held; mostly none. Half as many are given
   * back by it.
   */
  public long growth() {
    long more = size == keys.length ? 2L * Long.BYTES * size : 0;
    return size * 2 + 2 > table.length ? more + 2L * Integer.BYTES * table.length : more;
  }

  private static int hash(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) ^ ((int) mixed >>> 15);
  }

  private void grow() {
    table = new int[table.length * 2];
    int mask = table.length - 1;
    for (int number = 0; number < size; number++) {
      int at = hash(keys[number]) & mask;
      while (table[at] != 0) {
        at = (at + 1) & mask;
      }
      table[at] = number + 1;
    }
  }
}
