package dev.foliospec.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The folder that {@code --out} names, kept the same as the last run's result.
 *
 * <p>A manifest lists the files that a run wrote. The next run removes those that it does not write
 * again, and overwrites no file that the manifest does not list. Nothing is written or removed outside
 * the folder, not even through a link. Each file is written beside its target and moved into place,
 * so that a run that is interrupted leaves whole files only.
 */
final class OutputFolder {
  /** The manifest's name: one path a line, with {@code /} between its parts, in order. */
  static final String MANIFEST = ".foliospec-manifest";

  private static final String FIRST_LINE =
      "# Written by foliospec. It removes only what stands here.";

  private final Shell shell;
  private final Path root;

  private OutputFolder(Shell shell, Path root) {
    this.shell = shell;
    this.root = root;
  }

  /**
   * Makes the folder hold these files, and none that an earlier run wrote and this one does not.
   *
   * @param folder as the user named it; made where it is missing
   * @param files text by path, relative to the folder with {@code /} between its parts
   * @return how many files had to be written or removed
   */
  static int write(Shell shell, String folder, Map<String, String> files) throws Failure {
    Path wanted = shell.resolve(folder);
    Path root;
    try {
      Files.createDirectories(wanted);
      root = wanted.toRealPath();
    } catch (FileAlreadyExistsException e) {
      throw Failure.of("`" + shell.shown(wanted) + "` is not a folder");
    } catch (IOException e) {
      throw Failure.writing("to `" + shell.shown(wanted) + "`", e);
    }
    return new OutputFolder(shell, root).writeAll(new TreeMap<>(files));
  }

  private int writeAll(SortedMap<String, String> files) throws Failure {
    SortedSet<String> before = manifest();
    SortedMap<String, byte[]> changed = new TreeMap<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
      if (differs(file.getKey(), bytes, before.contains(file.getKey()))) {
        changed.put(file.getKey(), bytes);
      }
    }
    TreeSet<String> stale = new TreeSet<>(before);
    stale.removeAll(files.keySet());

    // Between these two manifests the folder holds files of both runs, and the first lists them
    // all.
    TreeSet<String> both = new TreeSet<>(before);
    both.addAll(files.keySet());
    if (!both.equals(before)) {
      writeManifest(both);
    }
    for (Map.Entry<String, byte[]> file : changed.entrySet()) {
      writeOne(target(file.getKey()), file.getValue());
    }
    for (String path : stale) {
      remove(path);
    }
    if (!both.equals(new TreeSet<>(files.keySet()))) {
      writeManifest(files.keySet());
    }
    return changed.size() + stale.size();
  }

  /** Paths that an earlier run wrote; lines that lead out of the folder are passed over. */
  private SortedSet<String> manifest() throws Failure {
    Path file = root.resolve(MANIFEST);
    TreeSet<String> paths = new TreeSet<>();
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return paths;
    }
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (!line.startsWith("#") && isInside(line)) {
          paths.add(line);
        }
      }
      return paths;
    } catch (IOException e) {
      throw Failure.reading("`" + shell.shown(file) + "`", e);
    }
  }

  private void writeManifest(Iterable<String> paths) throws Failure {
    StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
    for (String path : paths) {
      text.append(path).append('\n');
    }
    writeOne(root.resolve(MANIFEST), text.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a file has to be written; refuses to touch one that no run of ours wrote. */
  private boolean differs(String path, byte[] bytes, boolean ours) throws Failure {
    Path target = target(path);
    if (!Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      return true;
    }
    try {
      if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
          && Files.size(target) == bytes.length
          && Arrays.equals(Files.readAllBytes(target), bytes)) {
        return false;
      }
    } catch (IOException e) {
      throw Failure.reading("`" + shell.shown(target) + "`", e);
    }
    if (!ours || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      throw Failure.of("`"
          + shell.shown(target)
          + "` is in the way: foliospec did not write it; nothing was written");
    }
    return true;
  }

  private Path target(String path) throws Failure {
    if (!isInside(path)) {
      throw new IllegalStateException("a generated path leaves its folder: " + path);
    }
    Path target = root.resolve(path);
    // A link or file where a folder should be would take the file elsewhere.
    for (Path each = target.getParent();
        each != null && !each.equals(root);
        each = each.getParent()) {
      if (Files.exists(each, LinkOption.NOFOLLOW_LINKS)
          && !Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        throw Failure.of(
            "`" + shell.shown(each) + "` is in the way: it is not a folder; nothing was written");
      }
    }
    return target;
  }

  private static boolean isInside(String path) {
    if (path.isEmpty() || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\n') >= 0) {
        return false;
      }
    }
    return !path.equals(MANIFEST);
  }

  private void writeOne(Path target, byte[] bytes) throws Failure {
    try {
      Path folder = target.getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      WholeFile.write(target, bytes);
    } catch (IOException e) {
      throw Failure.writing("`" + shell.shown(target) + "`", e);
    }
  }

  /** Removes a file of an earlier run, and the folders that it leaves empty. */
  private void remove(String path) throws Failure {
    Path target = root.resolve(path);
    List<Path> folders = new ArrayList<>();
    for (Path each = target.getParent();
        each != null && !each.equals(root);
        each = each.getParent()) {
      if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      folders.add(each);
    }
    try {
      if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
        return;
      }
      Files.delete(target);
      for (Path folder : folders) {
        Files.delete(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      return;
    } catch (IOException e) {
      throw Failure.writing("`" + shell.shown(target) + "`", e);
    }
  }
}
