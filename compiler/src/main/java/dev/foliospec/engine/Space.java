package dev.foliospec.engine;

/**
 * A transition system whose states are ranks: numbers from 0, less than {@link #ranks}.
 *
 * <p>Ranks need not be reachable, nor mean anything. The closer they lie together, the less memory a
 * search takes.
 */
public interface Space {
  /** How many ranks there are; at most 2^62. */
  long ranks();

  /** The ranks at which it may begin; each may be named more than once. */
  long[] initials();

  /** A new one, for one thread: it may keep what it works out between calls. */
  Expander expander();
}
