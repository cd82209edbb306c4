package dev.foliospec.engine;

/** Works out the successors of states, for one thread. */
public interface Expander {
  /**
   * Writes the successors of a state to the front of {@link #buffer}, in any order. The state itself
   * and repeated successors may be left out; they make no difference but to speed.
   *
   * @return how many were written
   */
  int expand(long state);

  /** Where successors are written. The caller may overwrite it; it may be another after a call. */
  long[] buffer();
}
