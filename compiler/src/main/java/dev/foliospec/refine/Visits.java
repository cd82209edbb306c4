package dev.foliospec.refine;

import java.util.Arrays;

/** The pairs of a policy's state and a set of its contract's that were met, in the order of meeting. */
final class Visits {
  private int size;
  private int[] states = new int[64];
  private int[] sets = new int[64];
  private int[] parents = new int[64];
  private int[] meetings = new int[64];
  private int[] edges = new int[64];
  private int[] pairs = new int[64];
  private int[] slots = new int[256];

  int size() {
    return size;
  }

  int state(int at) {
    return states[at];
  }

  int set(int at) {
    return sets[at];
  }

  /** The visit before it, or -1. */
  int parent(int at) {
    return parents[at];
  }

  /** How the visit before it led to it. */
  int meeting(int at) {
    return meetings[at];
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
    int slot = place(state, set);
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      if (states[known] == state && sets[known] == set) {
        return;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == states.length) {
      states = Arrays.copyOf(states, size * 2);
      sets = Arrays.copyOf(sets, size * 2);
      parents = Arrays.copyOf(parents, size * 2);
      meetings = Arrays.copyOf(meetings, size * 2);
      edges = Arrays.copyOf(edges, size * 2);
      pairs = Arrays.copyOf(pairs, size * 2);
    }
    states[size] = state;
    sets[size] = set;
    parents[size] = parent;
    meetings[size] = meeting;
    edges[size] = edge;
    pairs[size] = pair;
    slots[slot] = ++size;
    if (2 * size > slots.length) {
      grow();
    }
  }

  private int place(int state, int set) {
    long mixed = (((long) state << 32) | set) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (slots.length - 1);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int at = 0; at < size; at++) {
      int slot = place(states[at], sets[at]);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = at + 1;
    }
  }
}
