package dev.foliospec.cli;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds and reads specs.
 *
 * <p>A folder's specs are its regular files that end in {@code .folio}, in path order, folders below
 * included; names that start with a dot are passed over. Links that leave the folder are not followed,
 * pipes and devices not read: opening one may never return. A file is read once, whatever leads to it.
 */
final class SpecFolder {
  private static final String ENDING = ".folio";
  private static final String NAME = "specs";

  private final Shell shell;
  private final Map<String, Path> found = new LinkedHashMap<>();

  private SpecFolder(Shell shell) {
    this.shell = shell;
  }

  /**
   * What a run reads.
   *
   * @param sources the specs in path order
   * @param asked those that the user named; all of them where none was
   * @param found what was wrong with bytes
   */
  record Loaded(List<SourceFile> sources, Set<SourceFile> asked, List<Diagnostic> found) {
    /** Copies the lists. */
    Loaded {
      sources = List.copyOf(sources);
      asked = Set.copyOf(asked);
      found = List.copyOf(found);
    }
  }

  /**
   * Reads the folder that {@code --specs} names, else {@code specs} under the current one.
   *
   * @throws Failure where it is missing or cannot be read
   */
  static Loaded read(Shell shell, Optional<String> folder) throws Failure {
    SpecFolder reading = new SpecFolder(shell);
    reading.addFolder(folder(shell, folder));
    return reading.load(reading.found.keySet());
  }

  /** The folder that {@code --specs} names, else {@code specs} under the current one. */
  static Path folder(Shell shell, Optional<String> folder) throws Failure {
    Path wanted = shell.resolve(folder.orElse(NAME));
    if (!Files.isDirectory(wanted)) {
      String what = Files.exists(wanted) ? "is not a folder" : "does not exist";
      throw Failure.of("`"
          + shell.shown(wanted)
          + "` "
          + what
          + (folder.isPresent() ? "" : "; name the folder of specs with --specs"));
    }
    return wanted;
  }

  /**
   * Reads what {@code paths} names and what those files may refer to: all specs of the nearest
   * ancestor folder named {@code specs}, else of their own folder.
   *
   * @param folder what {@code --specs} names; then that is what they may refer to
   * @param paths files and folders; {@code -} is standard input
   */
  static Loaded read(Shell shell, Optional<String> folder, List<String> paths) throws Failure {
    SpecFolder reading = new SpecFolder(shell);
    if (folder.isPresent()) {
      reading.addFolder(folder(shell, folder));
    }
    Set<String> asked = new HashSet<>();
    Optional<SpecFile> mail = Optional.empty();
    for (String path : paths) {
      if (path.equals("-")) {
        if (mail.isPresent()) {
          throw Failure.usage("`-` stands twice, but standard input can be read once only");
        }
        mail = Optional.of(standardInput(shell));
        if (folder.isEmpty() && Files.isDirectory(shell.folder().resolve(NAME))) {
          reading.addFolder(shell.folder().resolve(NAME));
        }
      } else {
        asked.addAll(reading.add(shell.resolve(path), folder.isPresent()));
      }
    }
    Loaded loaded = reading.load(asked);
    return mail.isPresent() ? with(loaded, mail.get()) : loaded;
  }

  /** Reads the files that {@code paths} names, or all specs, and nothing that they refer to. */
  static Map<Path, SpecFile> named(Shell shell, Optional<String> folder, List<String> paths)
      throws Failure {
    SpecFolder reading = new SpecFolder(shell);
    if (paths.isEmpty()) {
      reading.addFolder(folder(shell, folder));
    }
    for (String path : paths) {
      reading.add(shell.resolve(path), true);
    }
    Map<Path, SpecFile> files = new LinkedHashMap<>();
    for (Map.Entry<String, Path> each : new TreeMap<>(reading.found).entrySet()) {
      files.put(each.getValue(), read(each.getKey(), each.getValue()));
    }
    return files;
  }

  /** Reads standard input to its end; it is shown as {@code -}. */
  static SpecFile standardInput(Shell shell) throws Failure {
    return SpecFile.of("-", readAll(shell.in(), "standard input"));
  }

  private static Loaded with(Loaded loaded, SpecFile mail) {
    List<SourceFile> sources = new ArrayList<>(loaded.sources());
    sources.add(0, mail.source());
    Set<SourceFile> asked = new HashSet<>(loaded.asked());
    asked.add(mail.source());
    List<Diagnostic> found = new ArrayList<>(loaded.found());
    mail.found().ifPresent(found::add);
    return new Loaded(sources, asked, found);
  }

  /** Adds a path and its surroundings; the answer is what files of it were asked for. */
  private Set<String> add(Path path, boolean surrounded) throws Failure {
    BasicFileAttributes attributes;
    try {
      attributes = Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw Failure.of("`" + shell.shown(path) + "` does not exist");
    } catch (IOException e) {
      throw Failure.reading("`" + shell.shown(path) + "`", e);
    }
    if (attributes.isDirectory()) {
      SpecFolder below = new SpecFolder(shell);
      below.addFolder(path);
      if (below.found.isEmpty()) {
        throw Failure.of("`" + shell.shown(path) + "` holds no file that ends in " + ENDING);
      }
      if (!surrounded) {
        addSurroundings(path, false);
      }
      found.putAll(below.found);
      return below.found.keySet();
    }
    if (!attributes.isRegularFile()) {
      throw Failure.of("`" + shell.shown(path) + "` is not a regular file");
    }
    if (!surrounded) {
      addSurroundings(path, true);
    }
    String shown = shell.shown(path);
    found.put(shown, path);
    return Set.of(shown);
  }

  private void addSurroundings(Path path, boolean isFile) throws Failure {
    Path own = isFile ? path.getParent() : path;
    for (Path each = own; each != null; each = each.getParent()) {
      Path name = each.getFileName();
      if (name != null && name.toString().equals(NAME)) {
        addFolder(each);
        return;
      }
    }
    if (isFile && own != null) {
      new Walk(own).files(own, false);
    }
  }

  private void addFolder(Path folder) throws Failure {
    Walk walk = new Walk(folder);
    walk.files(folder, true);
    walk.links();
  }

  private Loaded load(Set<String> asked) throws Failure {
    List<String> names = new ArrayList<>(found.keySet());
    Collections.sort(names);
    List<SourceFile> sources = new ArrayList<>();
    Set<SourceFile> wanted = new HashSet<>();
    List<Diagnostic> wrong = new ArrayList<>();
    for (String name : names) {
      Path path = found.get(name);
      if (path == null) {
        continue;
      }
      SpecFile file = read(name, path);
      sources.add(file.source());
      file.found().ifPresent(wrong::add);
      if (asked.contains(name)) {
        wanted.add(file.source());
      }
    }
    return new Loaded(sources, wanted, wrong);
  }

  private static SpecFile read(String shown, Path path) throws Failure {
    try {
      if (Files.size(path) > SpecFile.LARGEST) {
        return SpecFile.tooLarge(shown);
      }
    } catch (IOException e) {
      throw Failure.reading("`" + shown + "`", e);
    }
    try (InputStream in = Files.newInputStream(path)) {
      return SpecFile.of(shown, readAll(in, "`" + shown + "`"));
    } catch (IOException e) {
      throw Failure.reading("`" + shown + "`", e);
    }
  }

  private static byte[] readAll(InputStream in, String what) throws Failure {
    try {
      return in.readNBytes(SpecFile.LARGEST + 1);
    } catch (IOException e) {
      throw Failure.reading(what, e);
    }
  }

  /** One folder, looked through. */
  private final class Walk {
    private final Path root;
    private final List<Path> links = new ArrayList<>();

    Walk(Path root) {
      this.root = root;
    }

    void files(Path folder, boolean below) throws Failure {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          String name = String.valueOf(entry.getFileName());
          BasicFileAttributes attributes =
              Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
          if (name.startsWith(".")) {
            continue;
          }
          if (attributes.isDirectory()) {
            if (below) {
              files(entry, true);
            }
          } else if (name.endsWith(ENDING)) {
            if (attributes.isRegularFile()) {
              found.put(shell.shown(entry), entry);
            } else if (attributes.isSymbolicLink()) {
              links.add(entry);
            }
          }
        }
      } catch (DirectoryIteratorException e) {
        throw Failure.reading(
            "`" + shell.shown(folder) + "`", Objects.requireNonNull(e.getCause()));
      } catch (IOException e) {
        throw Failure.reading("`" + shell.shown(folder) + "`", e);
      }
    }

    /** Adds what links lead to, where that lies in the folder and is not read anyway. */
    void links() throws Failure {
      if (links.isEmpty()) {
        return;
      }
      Collections.sort(links);
      try {
        Path real = root.toRealPath();
        Set<Path> read = new HashSet<>();
        for (Path each : found.values()) {
          read.add(each.toRealPath());
        }
        for (Path link : links) {
          if (Files.isRegularFile(link)) {
            Path target = link.toRealPath();
            if (target.startsWith(real) && read.add(target)) {
              found.put(shell.shown(link), link);
            }
          }
        }
      } catch (IOException e) {
        throw Failure.reading("`" + shell.shown(root) + "`", e);
      }
    }
  }
}
