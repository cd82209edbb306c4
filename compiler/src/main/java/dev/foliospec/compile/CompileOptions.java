package dev.foliospec.compile;

/**
 * How files are compiled.
 *
 * @param strict whether gaps and overlaps at unreachable points are errors
 * @param notes whether findings that ask for nothing are reported too
 * @param mostStates how many reachable states a policy may have
 */
public record CompileOptions(boolean strict, boolean notes, int mostStates) {
  /** What holds unless something else is asked for. */
  public static final CompileOptions USUAL = new CompileOptions(false, false, 5_000_000);

  /** The same, with gaps and overlaps at unreachable points as errors. */
  public CompileOptions withStrict(boolean asked) {
    return new CompileOptions(asked, notes, mostStates);
  }

  /** The same, with findings that ask for nothing. */
  public CompileOptions withNotes(boolean asked) {
    return new CompileOptions(strict, asked, mostStates);
  }

  /** The same, with another bound on reachable states. */
  public CompileOptions withMostStates(int most) {
    return new CompileOptions(strict, notes, most);
  }
}
