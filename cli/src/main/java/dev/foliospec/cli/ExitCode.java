package dev.foliospec.cli;

/** How a run ends, for scripts. */
final class ExitCode {
  /** Nothing to complain about. */
  static final int FINE = 0;

  /** Findings of severity error, or a difference that was asked about. */
  static final int FINDINGS = 1;

  /** Wrong usage, or an input or output that cannot be read or written. */
  static final int WRONG_USAGE = 2;

  /** A bug of ours. */
  static final int BUG = 70;

  private ExitCode() {}
}
