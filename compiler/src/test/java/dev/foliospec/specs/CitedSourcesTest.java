package dev.foliospec.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the shipped specs cite is there, in {@code docs/sources}. */
class CitedSourcesTest {
  private static final Path SOURCES = Path.of("..", "docs", "sources");
  private static final Path FACTS = SOURCES.resolve("facts");

  /** {@code facts#B16}; a mark in a cell, a doc comment or a property alike. */
  private static final Pattern NUMBERED =
      Pattern.compile("\\b(facts|OBS|tng|roy|berman)#([A-Za-z0-9]+)");

  private static final Pattern DECLARED = Pattern.compile("(?m)^source\\s+(\\w+)");
  private static final Pattern ENTRY =
      Pattern.compile("(?m)^\\| (?:OBS-)?((?!id |key )[A-Za-z]+\\d*) \\|");
  private static final Pattern SENTENCE = Pattern.compile("(?m)^\\| `(\\w+#\\d+)` \\|");

  private static final Pattern EXCUSED = Pattern.compile("(?m)^- ([A-Z]+\\d+(?:, [A-Z]+\\d+)*): ");

  /** Keys that lead to lists of our own, and not into the bibliography. */
  private static final Set<String> OURS = Set.of("facts", "OBS", "tng", "roy", "berman");

  @TestFactory
  Stream<DynamicTest> whatIsCitedIsThere() throws IOException {
    Set<String> there = new TreeSet<>(found(SENTENCE, text(SOURCES.resolve("seed-mail.md"))));
    files().values().forEach(text -> entries(text).forEach(id -> there.add("facts#" + id)));
    if (Files.exists(SOURCES.resolve("observations.md"))) {
      entries(text(SOURCES.resolve("observations.md"))).forEach(id -> there.add("OBS#" + id));
    }
    return each(file -> assertThat(missing(cited(file), there)).isEmpty());
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentIsInTheBibliography() throws IOException {
    Set<String> there = new TreeSet<>(entries(text(SOURCES.resolve("bibliography.md"))));
    there.addAll(OURS);
    return each(file -> assertThat(missing(found(DECLARED, file.text()), there)).isEmpty());
  }

  /** What no spec cites gives a reason, and what one cites gives none. */
  @Test
  void everyFactIsCitedOrSaysWhyNot() throws IOException {
    Set<String> cited = new TreeSet<>();
    ShippedSpecs.read().files().forEach(file -> cited.addAll(cited(file)));
    files().forEach((name, text) -> {
      int section = text.indexOf("\n## Not cited\n");
      List<String> excused = section < 0
          ? List.of()
          : found(EXCUSED, text.substring(section)).stream()
              .flatMap(each -> Stream.of(each.split(", ")))
              .toList();
      assertThat(entries(text).stream().filter(id -> !cited.contains("facts#" + id)))
          .as(name + ": facts that no spec cites")
          .containsExactlyInAnyOrderElementsOf(excused);
    });
  }

  /** A file of facts that nobody is told of is not found. */
  @Test
  void everyFileOfFactsIsNamedInTheirReadme() throws IOException {
    String readme = text(FACTS.resolve("README.md"));
    assertThat(files().keySet()).allSatisfy(name -> assertThat(readme).contains("(" + name + ")"));
  }

  @Test
  void noFactIsListedTwice() throws IOException {
    List<String> all = new ArrayList<>();
    files().values().forEach(text -> all.addAll(entries(text)));
    assertThat(all).doesNotHaveDuplicates();
  }

  private static Stream<DynamicTest> each(Consumer<SourceFile> question) {
    return ShippedSpecs.read().files().stream()
        .map(file -> DynamicTest.dynamicTest(file.path(), () -> question.accept(file)));
  }

  private static List<String> missing(Collection<String> cited, Set<String> there) {
    return cited.stream().filter(each -> !there.contains(each)).toList();
  }

  private static Set<String> cited(SourceFile file) {
    Set<String> cited = new TreeSet<>();
    NUMBERED.matcher(file.text()).results().map(MatchResult::group).forEach(cited::add);
    return cited;
  }

  /** The ids in the first column of a text's tables. */
  private static List<String> entries(String text) {
    return found(ENTRY, text);
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(each -> each.group(1)).toList();
  }

  /** The files of facts, by name. */
  private static Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.list(FACTS)) {
      for (Path each : found.toList()) {
        if (!each.endsWith("README.md")) {
          files.put(each.getFileName().toString(), text(each));
        }
      }
    }
    return files;
  }

  private static String text(Path path) throws IOException {
    return Files.readString(path, StandardCharsets.UTF_8);
  }
}
