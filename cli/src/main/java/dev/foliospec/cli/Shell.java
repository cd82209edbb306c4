package dev.foliospec.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command is given by whoever started it.
 *
 * @param folder the current folder, absolute
 * @param in standard input
 * @param out standard output: results
 * @param err standard error: diagnostics and progress
 * @param environment variables such as {@code NO_COLOR}
 * @param terminal whether standard output is one
 * @param watched whether standard error is one, and somebody may look at it now
 */
record Shell(
    Path folder,
    InputStream in,
    Sink out,
    Sink err,
    Map<String, String> environment,
    boolean terminal,
    boolean watched) {
  /** One whose standard error goes to a file or a test. */
  Shell(
      Path folder,
      InputStream in,
      Sink out,
      Sink err,
      Map<String, String> environment,
      boolean terminal) {
    this(folder, in, out, err, environment, terminal, false);
  }

  /** What this process was given. */
  static Shell ofProcess() {
    return new Shell(
        Path.of("").toAbsolutePath(),
        // A bare file stream asks for its position, which a pipe does not have.
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        Sink.process(new FileOutputStream(FileDescriptor.out), 1),
        Sink.process(new FileOutputStream(FileDescriptor.err), 2),
        System.getenv(),
        Boolean.getBoolean("foliospec.terminal"),
        Boolean.getBoolean("foliospec.watched"));
  }

  /** A path as the user means it. */
  Path resolve(String path) throws Failure {
    try {
      Path whole = folder.resolve(path);
      // A `..` after a link leads elsewhere than the text says, so the system is asked.
      return path.contains("..") && Files.exists(whole) ? whole.toRealPath() : whole.normalize();
    } catch (InvalidPathException e) {
      throw Failure.of("`" + path + "` is not a path: " + e.getReason());
    } catch (IOException e) {
      throw Failure.reading("`" + path + "`", e);
    }
  }

  /** A path as it is shown: relative to the current folder, with {@code /} between its parts. */
  String shown(Path path) {
    Path root = folder.getRoot();
    if (root == null || !root.equals(path.getRoot())) {
      return slashed(path);
    }
    String relative = slashed(folder.relativize(path));
    return relative.isEmpty() ? "." : relative;
  }

  private static String slashed(Path path) {
    String separator = path.getFileSystem().getSeparator();
    return separator.equals("/") ? path.toString() : path.toString().replace(separator, "/");
  }
}
