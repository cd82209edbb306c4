package dev.foliospec.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where a command prints. Text is gathered and leaves as UTF-8, whatever the locale; lines end in
 * {@code \n} on every system.
 *
 * <p>A reader that has seen enough and closed its end ({@code | head}) is no trouble: what is printed
 * afterwards is dropped in silence. Any other failure is kept for {@link #finish}.
 */
final class Sink {
  private static final int ENOUGH = 1 << 16;

  private final OutputStream target;
  private final int descriptor;
  private final StringBuilder gathered = new StringBuilder();
  private @Nullable IOException trouble;
  private boolean closed;

  private Sink(OutputStream target, int descriptor) {
    this.target = target;
    this.descriptor = descriptor;
  }

  /** Prints to the stream of the process that the system knows by this number. */
  static Sink process(OutputStream target, int descriptor) {
    return new Sink(target, descriptor);
  }

  /** Prints to any other stream. */
  static Sink of(OutputStream target) {
    return new Sink(target, -1);
  }

  /** Prints text. */
  Sink print(CharSequence text) {
    gathered.append(text);
    if (gathered.length() > ENOUGH) {
      flush();
    }
    return this;
  }

  /** Prints text and a line end. */
  Sink line(CharSequence text) {
    gathered.append(text).append('\n');
    if (gathered.length() > ENOUGH) {
      flush();
    }
    return this;
  }

  /** Sends off what was gathered. */
  void flush() {
    if (gathered.length() == 0) {
      return;
    }
    byte[] bytes = gathered.toString().getBytes(StandardCharsets.UTF_8);
    gathered.setLength(0);
    if (closed || trouble != null) {
      return;
    }
    try {
      target.write(bytes);
      target.flush();
    } catch (IOException e) {
      if (isBrokenPipe(e)) {
        closed = true;
      } else {
        trouble = e;
      }
    }
  }

  /** Sends off what was gathered, and says what went wrong since the beginning. */
  void finish(String name) throws Failure {
    flush();
    if (trouble != null) {
      throw Failure.writing(name, trouble);
    }
  }

  /** The system words its message in the user's language, so where that fails the link is asked. */
  private boolean isBrokenPipe(IOException e) {
    if ("Broken pipe".equals(e.getMessage())) {
      return true;
    }
    if (descriptor < 0) {
      return false;
    }
    try {
      String link =
          Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
      return link.startsWith("pipe:") || link.startsWith("socket:");
    } catch (IOException | UnsupportedOperationException unknown) {
      return false;
    }
  }
}
