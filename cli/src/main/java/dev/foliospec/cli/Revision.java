package dev.foliospec.cli;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.source.SourceFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The specs as they were at a git revision, read through the git client.
 *
 * <p>Objects are read as they are stored: nothing is checked out, no hook or filter runs, nothing is
 * fetched. Paths are shown as git writes them, {@code v1.2:specs/v8/tdx.folio}.
 */
final class Revision {
  private static final String ENDING = ".folio";

  private final Shell shell;
  private final Path folder;
  private final String revision;

  private Revision(Shell shell, Path folder, String revision) {
    this.shell = shell;
    this.folder = folder;
    this.revision = revision;
  }

  /**
   * Reads the specs of a revision.
   *
   * @param folder the folder of specs, which need not exist any more
   * @param revision anything that git takes for one
   * @throws Failure where there is no git, no repository, no such revision, or no spec in it
   */
  static SpecFolder.Loaded read(Shell shell, Path folder, String revision) throws Failure {
    return new Revision(shell, folder, revision).read();
  }

  private SpecFolder.Loaded read() throws Failure {
    if (revision.isEmpty() || revision.startsWith("-") || hasControl(revision)) {
      throw Failure.usage("`" + revision + "` is not a revision");
    }
    Path here = folder;
    List<String> gone = new ArrayList<>();
    while (!Files.isDirectory(here)) {
      Path up = here.getParent();
      if (up == null) {
        throw Failure.of("`" + shell.shown(folder) + "` does not exist");
      }
      gone.add(0, String.valueOf(here.getFileName()));
      here = up;
    }
    String commit =
        ask(here, "rev-parse", "--verify", "--quiet", revision + "^{commit}").strip();
    if (commit.isEmpty()) {
      // Only now is it worth knowing which of the two reasons it was.
      if (ask(here, "rev-parse", "--git-dir").isEmpty()) {
        throw Failure.of(
            "`" + shell.shown(folder) + "` is in no git repository, so it has no revisions");
      }
      throw Failure.of("git knows no revision `" + revision + "`");
    }
    String prefix = ask(here, "rev-parse", "--show-prefix").stripTrailing();
    for (String name : gone) {
      prefix += name + "/";
    }
    List<String> arguments = new ArrayList<>(List.of("ls-tree", "-r", "-z", "-l", "--full-tree"));
    arguments.add(commit);
    if (!prefix.isEmpty()) {
      arguments.add("--");
      arguments.add(prefix);
    }
    Map<String, Blob> blobs = blobs(ask(here, arguments.toArray(String[]::new)), prefix);
    if (blobs.isEmpty()) {
      throw Failure.of(
          "there are no specs in `" + revision + ":" + (prefix.isEmpty() ? "." : prefix) + "`");
    }
    return load(here, blobs);
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
  }

  private record Blob(String id, long size) {}

  /** The regular files of a listing, by path; links and submodules are passed over. */
  private static Map<String, Blob> blobs(String listing, String prefix) {
    Map<String, Blob> blobs = new TreeMap<>();
    for (String entry : listing.split("\0")) {
      int tab = entry.indexOf('\t');
      if (tab < 0 || !entry.endsWith(ENDING) || !entry.startsWith("100")) {
        continue;
      }
      String path = entry.substring(tab + 1);
      if (path.startsWith(prefix) && !("/" + path.substring(prefix.length())).contains("/.")) {
        String[] parts = entry.substring(0, tab).split(" +");
        blobs.put(path, new Blob(parts[2], Long.parseLong(parts[3])));
      }
    }
    return blobs;
  }

  private SpecFolder.Loaded load(Path here, Map<String, Blob> blobs) throws Failure {
    List<SourceFile> sources = new ArrayList<>();
    List<Diagnostic> found = new ArrayList<>();
    try {
      Process git = start(here, "cat-file", "--batch");
      try (OutputStream to = git.getOutputStream();
          InputStream from = new BufferedInputStream(git.getInputStream())) {
        for (Map.Entry<String, Blob> each : blobs.entrySet()) {
          String shown = revision + ":" + each.getKey();
          SpecFile file = each.getValue().size() > SpecFile.LARGEST
              ? SpecFile.tooLarge(shown)
              : SpecFile.of(shown, content(to, from, each.getValue()));
          sources.add(file.source());
          file.found().ifPresent(found::add);
        }
      }
      git.waitFor();
    } catch (IOException e) {
      throw Failure.reading("`" + revision + "` through git", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of("interrupted while reading `" + revision + "`");
    }
    return new SpecFolder.Loaded(sources, new HashSet<>(sources), found);
  }

  private static byte[] content(OutputStream to, InputStream from, Blob blob) throws IOException {
    to.write((blob.id() + "\n").getBytes(StandardCharsets.US_ASCII));
    to.flush();
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    for (int b = from.read(); b != '\n'; b = from.read()) {
      if (b < 0) {
        throw new IOException("git ended early");
      }
      header.write(b);
    }
    String expected = blob.id() + " blob " + blob.size();
    if (!header.toString(StandardCharsets.US_ASCII).equals(expected)) {
      throw new IOException("git said " + header.toString(StandardCharsets.UTF_8));
    }
    byte[] bytes = from.readNBytes((int) blob.size());
    if (bytes.length < blob.size() || from.read() != '\n') {
      throw new IOException("git ended early");
    }
    return bytes;
  }

  /** What git prints; nothing where it fails, whose reasons are asked for one by one. */
  private String ask(Path here, String... arguments) throws Failure {
    try {
      Process git = start(here, arguments);
      git.getOutputStream().close();
      byte[] bytes = git.getInputStream().readAllBytes();
      return git.waitFor() == 0 ? new String(bytes, StandardCharsets.UTF_8) : "";
    } catch (IOException e) {
      throw Failure.of("cannot run git, which `POLICY@REV` needs");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.of("interrupted while reading `" + revision + "`");
    }
  }

  private Process start(Path here, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add("git");
    Collections.addAll(command, arguments);
    ProcessBuilder builder = new ProcessBuilder(command).directory(here.toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("GIT_NO_LAZY_FETCH", "1");
    builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}
