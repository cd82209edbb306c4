package dev.foliospec.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/**
 * What ends a run with exit code 2: a command line that means nothing, or an input or output that
 * cannot be read or written.
 */
final class Failure extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean usage;

  private Failure(String message, boolean usage) {
    super(message, null, false, false);
    this.usage = usage;
  }

  /** A command line that means nothing. */
  static Failure usage(String message) {
    return new Failure(message, true);
  }

  /** Something outside that cannot be read or written. */
  static Failure of(String message) {
    return new Failure(message, false);
  }

  /** Something that cannot be read, with the reason that the system gives. */
  static Failure reading(String what, IOException reason) {
    return new Failure("cannot read " + what + ": " + inWords(reason), false);
  }

  /** Something that cannot be written, with the reason that the system gives. */
  static Failure writing(String what, IOException reason) {
    return new Failure("cannot write " + what + ": " + inWords(reason), false);
  }

  /** Whether the command's help says how it would have been right. */
  boolean isUsage() {
    return usage;
  }

  @Override
  public String getMessage() {
    String message = super.getMessage();
    return message == null ? "" : message;
  }

  private static String inWords(IOException reason) {
    if (reason instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (reason instanceof AccessDeniedException) {
      return "permission denied";
    }
    String said =
        reason instanceof FileSystemException ofFile ? ofFile.getReason() : reason.getMessage();
    if (said == null || said.isEmpty()) {
      return reason.getClass().getSimpleName();
    }
    return said.substring(0, 1).toLowerCase(Locale.ROOT) + said.substring(1);
  }
}
