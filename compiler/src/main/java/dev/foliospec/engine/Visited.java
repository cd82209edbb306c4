package dev.foliospec.engine;

import org.jspecify.annotations.Nullable;

/** Which states a search has met. */
abstract class Visited {
  /**
   * Adds states, and moves those that were not there to the front.
   *
   * @param shared whether other threads add states at the same time; a state is new to one of them
   * @return how many were not there
   */
  abstract int keepNew(long[] states, int count, boolean shared);

  /** Adds a state; whether it was not there. */
  abstract boolean add(long state, boolean shared);

  abstract boolean contains(long state);

  /** How many states in all it may hold before it must be {@link #grown}. */
  abstract long most();

  /** Bytes it takes. */
  abstract long bytes();

  /** A larger one with the same states, or null where that takes more than the memory left. */
  abstract @Nullable Visited grown(Memory memory);
}
