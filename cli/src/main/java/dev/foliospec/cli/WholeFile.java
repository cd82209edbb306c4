package dev.foliospec.cli;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes files whole or not at all: beside the target first, then moved into its place. A run that is
 * interrupted in between removes what it began.
 */
final class WholeFile {
  private static final AtomicReference<@Nullable Path> UNFINISHED = new AtomicReference<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(WholeFile::removeUnfinished, "unfinished"));
  }

  private WholeFile() {}

  /** Makes a file hold these bytes; one that is there keeps its permissions. */
  static void write(Path target, byte[] bytes) throws IOException {
    Path beside = target.resolveSibling(
        "." + target.getFileName() + "." + ProcessHandle.current().pid());
    UNFINISHED.set(beside);
    try {
      Files.write(beside, bytes);
      keepPermissions(target, beside);
      try {
        Files.move(
            beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      }
      UNFINISHED.set(null);
    } finally {
      removeUnfinished();
    }
  }

  private static void keepPermissions(Path target, Path beside) throws IOException {
    if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
        && target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(target);
      Files.setPosixFilePermissions(beside, permissions);
    }
  }

  private static void removeUnfinished() {
    Path beside = UNFINISHED.getAndSet(null);
    if (beside != null) {
      try {
        Files.deleteIfExists(beside);
      } catch (IOException e) {
        // Its name starts with a dot and nothing reads it; what it stood for is told by the caller.
        UNFINISHED.set(null);
      }
    }
  }
}
