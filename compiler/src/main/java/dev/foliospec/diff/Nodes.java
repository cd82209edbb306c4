package dev.foliospec.diff;

import java.util.Arrays;

/**
 * The pairs of sets of states that were met, in the order of meeting, and how each was first come to.
 */
final class Nodes {
  private int size;
  private int[] setsA = new int[64];
  private int[] setsB = new int[64];
  private int[] parents = new int[64];
  private int[] inputs = new int[64];
  private int[] pairs = new int[64];
  private boolean[] later = new boolean[64];
  private long[] seenA = new long[64];
  private long[] seenB = new long[64];
  private int[] slots = new int[256];

  int size() {
    return size;
  }

  int setA(int at) {
    return setsA[at];
  }

  int setB(int at) {
    return setsB[at];
  }

  /** The node before it, or -1. */
  int parent(int at) {
    return parents[at];
  }

  /** The input that leads from the node before to it. */
  int input(int at) {
    return inputs[at];
  }

  /** What was seen of the first policy on the way from the node before. */
  long seenA(int at) {
    return seenA[at];
  }

  /** What was seen of the second policy on the way from the node before. */
  long seenB(int at) {
    return seenB[at];
  }

  /** Whether the two have answered differently on the way to it. */
  boolean later(int at) {
    return later[at];
  }

  /** Its pair of variants. */
  int pair(int at) {
    return pairs[at];
  }

  void start(int setA, int setB, int pair) {
    add(setA, setB, -1, -1, Path.NOTHING_SEEN, Path.NOTHING_SEEN, false, pair);
  }

  /** Goes on from a node, if the pair of sets is new. */
  void step(int from, int input, int setA, long sightA, int setB, long sightB, boolean differ) {
    add(setA, setB, from, input, sightA, sightB, differ || later[from], pairs[from]);
  }

  private void add(
      int setA,
      int setB,
      int parent,
      int input,
      long sightA,
      long sightB,
      boolean after,
      int pair) {
    int slot = place(setA, setB);
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      if (setsA[known] == setA && setsB[known] == setB) {
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == setsA.length) {
      setsA = Arrays.copyOf(setsA, size * 2);
      setsB = Arrays.copyOf(setsB, size * 2);
      parents = Arrays.copyOf(parents, size * 2);
      inputs = Arrays.copyOf(inputs, size * 2);
      pairs = Arrays.copyOf(pairs, size * 2);
      later = Arrays.copyOf(later, size * 2);
      seenA = Arrays.copyOf(seenA, size * 2);
      seenB = Arrays.copyOf(seenB, size * 2);
    }
    setsA[size] = setA;
    setsB[size] = setB;
    parents[size] = parent;
    inputs[size] = input;
    seenA[size] = sightA;
    seenB[size] = sightB;
    later[size] = after;
    pairs[size] = pair;
    slots[slot] = ++size;
    if (2 * size > slots.length) {
      grow();
    }
  }

  private int place(int setA, int setB) {
    long mixed = (((long) setA << 32) | setB) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (slots.length - 1);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int at = 0; at < size; at++) {
      int slot = place(setsA[at], setsB[at]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = at + 1;
    }
  }
}
