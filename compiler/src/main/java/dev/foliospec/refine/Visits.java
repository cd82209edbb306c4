package dev.foliospec.refine;

import dev.foliospec.engine.Discovery;
import java.util.Arrays;

/** The pairs of a policy's state and a set of its contract's that were met, in the order of meeting. */
final class Visits {
  private final Discovery met = new Discovery();
  private int[] edges = new int[64];
  private int[] pairs = new int[64];

  int size() {
    return met.size();
  }

  /** Bytes that all of this takes, about. */
  long bytes() {
    return 2L * (Long.BYTES + 4 * Integer.BYTES + 2 * Integer.BYTES) * size();
  }

  /** How many steps lead to a visit. */
  int steps(int at) {
    int steps = 0;
    for (int back = at; parent(back) >= 0; back = parent(back)) {
      steps++;
    }
    return steps;
  }

  int state(int at) {
    return (int) (met.key(at) >> 32);
  }

  int set(int at) {
    return (int) met.key(at);
  }

  /** The visit before it, or -1. */
  int parent(int at) {
    return met.parent(at);
  }

  /** How the visit before it led to it. */
  int meeting(int at) {
    return met.step(at);
  }

  /** What the policy did on the way to it. */
  int edge(int at) {
    return edges[at];
  }

  /** The number of its pair of variants. */
  int pair(int at) {
    return pairs[at];
  }

  void start(int state, int set, int pair) {
    add(state, set, -1, -1, -1, pair);
  }

  void step(int from, int meeting, int edge, int state, int set) {
    add(state, set, from, meeting, edge, pairs[from]);
  }

  private void add(int state, int set, int parent, int meeting, int edge, int pair) {
    long key = ((long) state << 32) | set;
    if (met.find(key) >= 0) {
      return;
    }
    int number = met.add(key, parent, meeting);
    if (number == edges.length) {
      edges = Arrays.copyOf(edges, number * 2);
      pairs = Arrays.copyOf(pairs, number * 2);
    }
    edges[number] = edge;
    pairs[number] = pair;
  }
}
