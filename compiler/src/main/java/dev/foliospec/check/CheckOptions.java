package dev.foliospec.check;

/**
 * What is asked for beyond the usual.
 *
 * @param strict whether gaps and overlaps at unreachable points are errors
 * @param notes whether findings that need no repair are reported too
 * @param mostStates how many states a policy may reach
 */
public record CheckOptions(boolean strict, boolean notes, int mostStates) {
  /** Errors and warnings, up to five million states. */
  public static final CheckOptions USUAL = new CheckOptions(false, false, 5_000_000);
}
