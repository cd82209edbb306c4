package dev.foliospec.compile;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where pages and cases lie, and how they are compiled: beside one vocabulary that they share. */
final class Shelf {
  /** The pages, which are written in Markdown. */
  static final Path PAGES = Path.of("..", "docs", "diagnostics");

  /** The cases of wrong specs. */
  static final Path INVALID = Path.of("src", "test", "corpus", "invalid");

  private static final String FENCE = "```folio\n";

  private Shelf() {}

  /** A file as text. */
  static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tables of a page, in order. */
  static List<String> tables(String page) {
    List<String> tables = new ArrayList<>();
    int at = page.indexOf(FENCE);
    while (at >= 0) {
      int start = at + FENCE.length();
      int end = page.indexOf("```", start);
      tables.add(page.substring(start, end));
      at = page.indexOf(FENCE, end + 3);
    }
    return tables;
  }

  /** The vocabulary that pages and cases share. */
  static String vocabulary() {
    return tables(text(PAGES.resolve("README.md"))).get(0);
  }

  /**
   * What is found in a text, all notes included, which is compiled beside the shared vocabulary
   * unless it brings its own.
   *
   * @param files gets the files that were compiled
   */
  static List<Diagnostic> compiled(String path, String text, List<SourceFile> files) {
    SourceFile file = new SourceFile(path, text);
    files.add(file);
    if (!("\n" + text).contains("\nvocabulary page\n")) {
      files.add(new SourceFile("page.folio", vocabulary()));
    }
    return Compiler.compile(files, CompileOptions.USUAL.withNotes(true)).diagnostics().stream()
        .filter(found -> found.at().at().file() == file)
        .toList();
  }
}
