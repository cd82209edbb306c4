package dev.foliospec.cli;

import dev.foliospec.engine.Progress;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that says how far exploring has come. It appears when that takes more than a
 * second, changes twice a second, and is wiped out at the end.
 */
final class ProgressLine implements Progress {
  private static final long PATIENCE = 1_000_000_000L;
  private static final long PAUSE = 500_000_000L;

  private final Sink err;
  private final LongSupplier clock;
  private long next;
  private boolean shown;

  /** On standard error; the clock counts nanoseconds. */
  ProgressLine(Sink err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    next = clock.getAsLong() + PATIENCE;
  }

  /** What tells a command's reader how far it is: nothing, unless standard error is a terminal. */
  static Progress of(Shell shell) {
    return shell.watched() ? new ProgressLine(shell.err(), System::nanoTime) : Progress.NONE;
  }

  @Override
  public void at(long states, int layer) {
    long now = clock.getAsLong();
    if (now - next < 0) {
      return;
    }
    next = now + PAUSE;
    shown = true;
    err.print(String.format(
            Locale.ROOT, "\r\u001b[K%,d states, %,d events from the start", states, layer))
        .flush();
  }

  /** Wipes the line out. */
  void end() {
    if (shown) {
      err.print("\r\u001b[K").flush();
      shown = false;
    }
  }
}
