package dev.foliospec.benchmarks;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads and parses every spec of a folder, and does nothing else: what start-up is held against. */
public final class ParseOnly {
  private ParseOnly() {}

  /**
   * Parses.
   *
   * @param arguments the folder
   * @throws IOException if it cannot be read
   */
  public static void main(String[] arguments) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        if (file.toString().endsWith(".folio")) {
          sources.add(
              new SourceFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
        }
      }
    }
    Parser.parse(sources, new Diagnostics());
  }
}
