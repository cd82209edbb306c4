package dev.foliospec.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A folder to run commands in, and what they print. */
final class Folders {
  /** What a run came to. */
  record Run(int exit, String out, String err) {}

  private final Path root;
  private byte[] in = new byte[0];
  private Map<String, String> environment = Map.of();
  private boolean terminal;

  Folders(Path root) {
    this.root = root;
  }

  Path root() {
    return root;
  }

  Folders in(String text) {
    in = text.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Folders environment(Map<String, String> variables) {
    environment = variables;
    return this;
  }

  Folders onTerminal() {
    terminal = true;
    return this;
  }

  Run run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exit = Main.run(arguments, shell(out, err));
    return new Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  Shell shell() {
    return shell(new ByteArrayOutputStream(), new ByteArrayOutputStream());
  }

  private Shell shell(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Shell(
        root, new ByteArrayInputStream(in), Sink.of(out), Sink.of(err), environment, terminal);
  }

  Path write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Path write(String path, byte[] bytes) {
    Path file = root.resolve(path);
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void link(String path, String target) {
    try {
      Files.createDirectories(root.resolve(path).getParent());
      Files.createSymbolicLink(root.resolve(path), Path.of(target));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every file below a folder, by its path. */
  Map<String, String> files(String folder) {
    Path from = root.resolve(folder);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        files.put(from.relativize(each).toString(), Files.readString(each));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  List<String> paths(String folder) {
    return List.copyOf(files(folder).keySet());
  }
}
