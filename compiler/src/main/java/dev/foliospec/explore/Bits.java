package dev.foliospec.explore;

import java.util.Arrays;

/** Sets of small numbers as words of 64 bits, and lists of numbers. */
final class Bits {
  private Bits() {}

  static int words(int size) {
    return (size + 63) >> 6;
  }

  static long[] full(int size) {
    long[] bits = new long[words(size)];
    for (int at = 0; at < size; at++) {
      bits[at >> 6] |= 1L << at;
    }
    return bits;
  }

  static boolean has(long[] bits, int at) {
    return (bits[at >> 6] & (1L << at)) != 0;
  }

  static void add(long[] bits, int at) {
    bits[at >> 6] |= 1L << at;
  }

  static void remove(long[] bits, int at) {
    bits[at >> 6] &= ~(1L << at);
  }

  static boolean empty(long[] bits) {
    for (long word : bits) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  static boolean meet(long[] one, long[] other) {
    for (int at = 0; at < one.length; at++) {
      if ((one[at] & other[at]) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether every member of one set is in the other. */
  static boolean within(long[] one, long[] other) {
    for (int at = 0; at < one.length; at++) {
      if ((one[at] & ~other[at]) != 0) {
        return false;
      }
    }
    return true;
  }

  static long[] and(long[] one, long[] other) {
    long[] both = one.clone();
    for (int at = 0; at < both.length; at++) {
      both[at] &= other[at];
    }
    return both;
  }

  static void addAll(long[] into, long[] more) {
    for (int at = 0; at < into.length; at++) {
      into[at] |= more[at];
    }
  }

  static int count(long[] bits) {
    int count = 0;
    for (long word : bits) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /** The members in order. */
  static int[] members(long[] bits) {
    int[] members = new int[count(bits)];
    int found = 0;
    for (int at = 0; at < bits.length; at++) {
      for (long word = bits[at]; word != 0; word &= word - 1) {
        members[found++] = (at << 6) + Long.numberOfTrailingZeros(word);
      }
    }
    return members;
  }

  /** The numbers and one more. */
  static int[] append(int[] numbers, int more) {
    int[] longer = Arrays.copyOf(numbers, numbers.length + 1);
    longer[numbers.length] = more;
    return longer;
  }

  /** The numbers of one list, then those of another. */
  static int[] concat(int[] one, int[] other) {
    int[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
