package dev.foliospec.compile;

import dev.foliospec.check.Checks;
import dev.foliospec.coverage.Coverage;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

  /** The rules that only {@code check --coverage} asks. */
  static final Set<Rule> OF_COVERAGE =
      EnumSet.of(Rule.HIDDEN_UNSEEN, Rule.CLOSED_GROUP, Rule.UNCONSTRAINED_CELL);

  /**
   * What is found in a text, all notes included, which is compiled beside the shared vocabulary
   * unless it brings its own.
   *
   * @param coverage whether {@code --coverage} is asked for too
   * @param files gets the files that were compiled
   */
  static List<Diagnostic> compiled(
      String path, String text, boolean coverage, List<SourceFile> files) {
    SourceFile file = new SourceFile(path, text);
    files.add(file);
    if (!("\n" + text).contains("\nvocabulary page\n")) {
      files.add(new SourceFile("page.folio", vocabulary()));
    }
    Compilation compilation = Compiler.compile(files, CompileOptions.USUAL.withNotes(true));
    Diagnostics found = new Diagnostics();
    compilation.diagnostics().forEach(found::add);
    if (coverage) {
      Checks.inspectCoverage(
          compilation.policySet(), compilation.explorations(), "default", false, found);
      Coverage.of(
              compilation.syntax(),
              compilation.policySet(),
              compilation.explorations(),
              Set.of(file),
              1000,
              (changes, all) -> {})
          .notes()
          .forEach(found::add);
    }
    return found.inReadingOrder().stream()
        .filter(each -> each.at().at().file() == file)
        .toList();
  }
}
