package dev.foliospec.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.diagnostic.render.TextRenderer;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.Formatter;
import dev.foliospec.syntax.Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The documents show the language as it is.
 *
 * <p>What follows three backticks says what a block is: {@code folio}, whole units, which compile
 * with those of the blocks above and with the shipped policies; {@code folio P201}, the same, but these
 * rules and no others are broken, and what comes below does not build on it; {@code folio-fragment},
 * declarations out of a unit, which can be read; {@code folio-excerpt FILE}, lines of a shipped file
 * as they stand there.
 */
class DocumentedLanguageTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Path REFERENCE = REPOSITORY.resolve("docs/language.md");
  private static final String FENCE = "```";
  private static final Pattern CODE = Pattern.compile("\\bP\\d{3}\\b");

  /** A fenced block: the words after its fence, the line of its first line, its lines. */
  private record Block(Path document, List<String> words, int line, List<String> lines) {
    String kind() {
      return words.isEmpty() ? "" : words.get(0);
    }

    String name() {
      return REPOSITORY.relativize(document).toString().replace('\\', '/') + ":" + line;
    }

    /** Its text at the place that it has in its document, so that findings point there. */
    SourceFile source() {
      return new SourceFile(
          REPOSITORY.relativize(document).toString(),
          "\n".repeat(line - 1) + String.join("\n", lines) + "\n");
    }
  }

  @TestFactory
  Stream<DynamicTest> blocksAreWhatTheySay() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path document : documents()) {
      List<SourceFile> above = shippedPolicies();
      for (Block block : blocks(document)) {
        switch (block.kind()) {
          case "folio" -> {
            List<String> broken = block.words().subList(1, block.words().size());
            List<SourceFile> together = new ArrayList<>(above);
            together.add(block.source());
            tests.add(DynamicTest.dynamicTest(
                block.name(), () -> assertCompiles(together, block.source(), broken)));
            if (broken.isEmpty()) {
              above.add(block.source());
            }
          }
          case "folio-fragment" ->
            tests.add(DynamicTest.dynamicTest(block.name(), () -> assertReads(block.source())));
          case "folio-excerpt" ->
            tests.add(DynamicTest.dynamicTest(block.name(), () -> assertStandsIn(block)));
          default -> {
            assertThat(block.kind()).as(block.name()).doesNotStartWith("folio");
          }
        }
      }
    }
    return tests.stream();
  }

  @Test
  void theReferenceHasCompleteExamplesAndFragments() throws IOException {
    List<String> kinds = blocks(REFERENCE).stream().map(Block::kind).toList();

    assertThat(kinds).contains("folio", "folio-fragment");
  }

  @Test
  void theReferenceListsEveryRule() throws IOException {
    String text = Files.readString(REFERENCE);
    for (Rule rule : Rule.values()) {
      String line = "| [%1$s](diagnostics/%1$s.md) | %2$s | %3$s |"
          .formatted(
              rule.code(),
              rule.severity().name().toLowerCase(Locale.ROOT),
              rule.title().replace("|", "\\|"));
      assertThat(text.lines()).as("docs/language.md, section 9").contains(line);
    }
  }

  @Test
  void documentsNameNoRuleThatIsNotThere() throws IOException {
    for (Path document : documents()) {
      Matcher codes = CODE.matcher(Files.readString(document));
      while (codes.find()) {
        assertThat(Rule.of(codes.group()))
            .as(REPOSITORY.relativize(document) + " names " + codes.group())
            .isPresent();
      }
    }
  }

  private static void assertCompiles(
      List<SourceFile> together, SourceFile block, List<String> broken) {
    List<Diagnostic> found = Compiler.compile(together, CompileOptions.USUAL).diagnostics().stream()
        .filter(each -> each.severity() != Severity.NOTE)
        .filter(each -> broken.isEmpty() || each.at().at().file().path().equals(block.path()))
        .toList();
    TreeSet<String> codes = new TreeSet<>();
    found.forEach(each -> codes.add(each.rule().code()));

    assertThat(codes)
        .as(new TextRenderer(false).render(found))
        .containsExactlyElementsOf(new TreeSet<>(broken));
  }

  @TestFactory
  Stream<DynamicTest> wholeUnitsHaveTheirCanonicalLayout() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path document : documents()) {
      for (Block block : blocks(document)) {
        if (block.kind().equals("folio")) {
          tests.add(DynamicTest.dynamicTest(block.name(), () -> {
            String text = String.join("\n", block.lines()) + "\n";
            SourceFile alone = new SourceFile(block.name(), text);

            assertThat(Formatter.format(Parser.parse(alone, new Diagnostics()))).isEqualTo(text);
          }));
        }
      }
    }
    return tests.stream();
  }

  private static void assertReads(SourceFile fragment) {
    Diagnostics found = new Diagnostics();
    Parser.parse(fragment, found);
    List<Diagnostic> others = found.inReadingOrder().stream()
        .filter(each -> each.rule() != Rule.NO_UNIT)
        .toList();

    assertThat(others).as(new TextRenderer(false).render(others)).isEmpty();
  }

  private static void assertStandsIn(Block excerpt) throws IOException {
    String file = Files.readString(REPOSITORY.resolve(excerpt.words().get(1)));

    assertThat(file).contains(String.join("\n", excerpt.lines()) + "\n");
  }

  private static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>();
    documents.add(REPOSITORY.resolve("README.md"));
    documents.add(REFERENCE);
    try (Stream<Path> guides = Files.list(REPOSITORY.resolve("docs/guide"))) {
      guides.filter(each -> each.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }

  private static List<SourceFile> shippedPolicies() throws IOException {
    Path specs = REPOSITORY.resolve("specs");
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(specs)) {
      for (Path file : files
          .filter(each -> each.toString().endsWith(".folio"))
          .filter(each -> !each.endsWith("scenarios.folio"))
          .sorted()
          .toList()) {
        sources.add(new SourceFile(
            REPOSITORY.relativize(file).toString(),
            Files.readString(file, StandardCharsets.UTF_8)));
      }
    }
    return sources;
  }

  private static List<Block> blocks(Path document) throws IOException {
    List<String> lines = Files.readAllLines(document);
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    while (at < lines.size()) {
      if (!lines.get(at).startsWith(FENCE)) {
        at++;
        continue;
      }
      String info = lines.get(at).substring(FENCE.length()).strip();
      int from = at + 1;
      int to = from;
      while (to < lines.size() && !lines.get(to).equals(FENCE)) {
        to++;
      }
      List<String> words = info.isEmpty() ? List.of() : Arrays.asList(info.split(" +"));
      blocks.add(new Block(document, words, from + 1, lines.subList(from, to)));
      at = to + 1;
    }
    return blocks;
  }
}
