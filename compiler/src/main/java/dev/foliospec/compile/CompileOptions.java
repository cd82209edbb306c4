package dev.foliospec.compile;

import java.util.List;

/**
 * How files are compiled.
 *
 * @param strict whether gaps and overlaps at unreachable points are errors
 * @param notes whether findings that ask for nothing are reported too
 * @param mostStates how many reachable states a policy may have
 * @param only the policies that are bound and checked, with what they build on, scenarios aside; all
 *     policies and scenarios where none are named
 */
public record CompileOptions(boolean strict, boolean notes, int mostStates, List<String> only) {
  /** Copies the list. */
  public CompileOptions {
    only = List.copyOf(only);
  }

  /** What holds unless something else is asked for. */
  public static final CompileOptions USUAL = new CompileOptions(false, false, 5_000_000, List.of());

  /** The same, with gaps and overlaps at unreachable points as errors. */
  public CompileOptions withStrict(boolean asked) {
    return new CompileOptions(asked, notes, mostStates, only);
  }

  /** The same, with findings that ask for nothing. */
  public CompileOptions withNotes(boolean asked) {
    return new CompileOptions(strict, asked, mostStates, only);
  }

  /** The same, with another bound on reachable states. */
  public CompileOptions withMostStates(int most) {
    return new CompileOptions(strict, notes, most, only);
  }

  /** The same, for those who ask about some policies alone. */
  public CompileOptions withOnly(List<String> policies) {
    return new CompileOptions(strict, notes, mostStates, policies);
  }
}
