package dev.foliospec.diff;

import dev.foliospec.engine.Discovery;
import java.util.Arrays;

/**
 * The pairs of sets of states that were met, in the order of meeting, and how each was first come to.
 */
final class Nodes {
  private final Discovery met = new Discovery();
  private int[] pairs = new int[64];
  private boolean[] later = new boolean[64];
  private long[] seenA = new long[64];
  private long[] seenB = new long[64];

  int size() {
    return met.size();
  }

  /** Bytes that all of this takes, about. */
  long bytes() {
    return 2L * (Long.BYTES + 4 * Integer.BYTES + Integer.BYTES + 1 + 2 * Long.BYTES) * size();
  }

  /** How many steps lead to a node. */
  int steps(int at) {
    int steps = 0;
    for (int back = at; parent(back) >= 0; back = parent(back)) {
      steps++;
    }
    return steps;
  }

  int setA(int at) {
    return (int) (met.key(at) >> 32);
  }

  int setB(int at) {
    return (int) met.key(at);
  }

  /** The node before it, or -1. */
  int parent(int at) {
    return met.parent(at);
  }

  /** The input that leads from the node before to it. */
  int input(int at) {
    return met.step(at);
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
    long key = ((long) setA << 32) | setB;
    if (met.find(key) >= 0) {
      return;
    }
    int number = met.add(key, parent, input);
    if (number == pairs.length) {
      pairs = Arrays.copyOf(pairs, number * 2);
      later = Arrays.copyOf(later, number * 2);
      seenA = Arrays.copyOf(seenA, number * 2);
      seenB = Arrays.copyOf(seenB, number * 2);
    }
    seenA[number] = sightA;
    seenB[number] = sightB;
    later[number] = after;
    pairs[number] = pair;
  }
}
