package dev.foliospec.check;

import dev.foliospec.engine.Budget;

/**
 * What is asked for beyond the usual.
 *
 * @param strict whether gaps and overlaps at unreachable points are errors
 * @param notes whether findings that need no repair are reported too
 * @param mostStates how many states a policy may reach
 * @param budget what exploring may use
 */
public record CheckOptions(boolean strict, boolean notes, int mostStates, Budget budget) {
  /** Errors and warnings, up to five million states, half of the heap. */
  public static final CheckOptions USUAL =
      new CheckOptions(false, false, 5_000_000, Budget.usual());
}
