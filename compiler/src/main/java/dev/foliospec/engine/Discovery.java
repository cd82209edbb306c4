package dev.foliospec.engine;

import java.util.Arrays;

/**
 * The states of an exploration in the order in which they are met, and how each was first come to.
 *
 * <p>The order of meeting is the queue: who expands the states one after the other, and meets their
 * successors, explores breadth-first. A state is a key, any long; what more is known of it its
 * explorer keeps by its number. Where only the states matter, and there are many, a {@link Search}
 * takes less memory.
 */
public final class Discovery {
  private static final int FEW = 64;

  private final Numbering keys = new Numbering();
  private int[] parents = new int[FEW];
  private int[] steps = new int[FEW];

  /** How many states were met. */
  public int size() {
    return keys.size();
  }

  /** The state of a number. */
  public long key(int number) {
    return keys.key(number);
  }

  /** The number of a state, or -1 where it was not met. */
  public int find(long key) {
    return keys.find(key);
  }

  /** The number of the state before it, or -1 for one that an exploration begins with. */
  public int parent(int number) {
    return parents[number];
  }

  /** The step that led from the state before to it, as its explorer counts them, or -1. */
  public int step(int number) {
    return steps[number];
  }

  /** Adds a state that an exploration begins with, and that {@link #find} has just not found. */
  public int begin(long key) {
    return add(key, -1, -1);
  }

  /** Adds a state that {@link #find} has just not found. */
  public int add(long key, int parent, int step) {
    int number = keys.add(key);
    if (number == parents.length) {
      parents = Arrays.copyOf(parents, number * 2);
      steps = Arrays.copyOf(steps, number * 2);
    }
    parents[number] = parent;
    steps[number] = step;
    return number;
  }

  /**
   * Bytes that the next {@link #add} takes beside those held; mostly none. Half as many are given
   * back by it.
   */
  public long growth() {
    long ways = size() == parents.length ? 2L * 2 * Integer.BYTES * size() : 0;
    return keys.growth() + ways;
  }

  /** All states by number, and perhaps zeros after them; not a copy. */
  public long[] keys() {
    return keys.keys();
  }

  /** The states before, by number, and perhaps more; not a copy. */
  public int[] parents() {
    return parents;
  }

  /** The steps to all states, by number, and perhaps more; not a copy. */
  public int[] steps() {
    return steps;
  }
}
