package dev.foliospec.property;

/** Sets of small numbers as words of 64 bits. */
final class Bits {
  private Bits() {}

  static long[] none(int size) {
    return new long[(size + 63) >> 6];
  }

  static boolean has(long[] bits, int at) {
    return (bits[at >> 6] & (1L << at)) != 0;
  }

  static void add(long[] bits, int at) {
    bits[at >> 6] |= 1L << at;
  }

  /** The numbers below a size that are not in a set. */
  static long[] others(long[] bits, int size) {
    long[] others = new long[bits.length];
    for (int at = 0; at < bits.length; at++) {
      others[at] = ~bits[at];
    }
    int rest = size & 63;
    if (rest != 0) {
      others[others.length - 1] &= (1L << rest) - 1;
    }
    return others;
  }
}
