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
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every rule has a page, and what a page shows is true. */
class PagesTest {
  /** Pages without tables, and why. */
  private static final Map<Rule, String> WITHOUT_TABLES = Map.of(
      Rule.FILE_TOO_LARGE, "16 MB do not fit on a page",
      Rule.BYTE_ORDER_MARK, "the mark cannot be seen",
      Rule.NOT_UTF8, "a page is UTF-8",
      Rule.TOO_MANY_STATES, "five million states take too long",
      Rule.TOO_MUCH_MEMORY, "so many states take too long",
      Rule.TOO_DEEP, "200 parentheses cannot be read");

  @Test
  void everyRuleHasAPageAndEveryPageARule() throws IOException {
    List<String> expected =
        Arrays.stream(Rule.values()).map(rule -> rule.code() + ".md").sorted().toList();
    try (Stream<Path> pages = Files.list(Shelf.PAGES)) {
      assertThat(pages
              .map(page -> page.getFileName().toString())
              .filter(name -> !name.equals("README.md"))
              .sorted())
          .isEqualTo(expected);
    }
  }

  @Test
  void pagesCanBeExplainedFromTheClassPath() throws IOException {
    try (InputStream page =
        Rule.class.getResourceAsStream("/dev/foliospec/diagnostic/pages/P202.md")) {
      assertThat(page).isNotNull();
    }
  }

  @Test
  void theSharedVocabularyIsInOrder() {
    assertThat(Shelf.compiled("page.folio", Shelf.vocabulary(), false, new ArrayList<>()))
        .isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> pagesAreTrue() {
    return Arrays.stream(Rule.values())
        .map(rule -> DynamicTest.dynamicTest(rule.code(), () -> isTrue(rule)));
  }

  private static void isTrue(Rule rule) throws IOException {
    String page = Shelf.text(Shelf.PAGES.resolve(rule.code() + ".md"));
    assertThat(page).startsWith("# " + rule.code() + ": " + rule.title() + "\n");
    assertThat(page).contains("\n**What it checks.** ").contains("\n**Why it matters.** ");
    List<String> tables = Shelf.tables(page);
    if (WITHOUT_TABLES.containsKey(rule)) {
      assertThat(tables).isEmpty();
      return;
    }
    assertThat(tables).hasSize(2);
    boolean coverage = Shelf.OF_COVERAGE.contains(rule);
    List<Diagnostic> broken =
        Shelf.compiled("broken.folio", tables.get(0), coverage, new ArrayList<>());
    assertThat(broken)
        .as(new TextRenderer(false).render(broken))
        .anyMatch(found -> found.rule() == rule)
        .allMatch(found -> found.rule() == rule || found.severity() == Severity.NOTE);
    SourceFile repair = new SourceFile("repaired.folio", tables.get(1));
    assertThat(Formatter.format(Parser.parse(repair, new Diagnostics()))).isEqualTo(tables.get(1));
    List<Diagnostic> repaired =
        Shelf.compiled("repaired.folio", tables.get(1), coverage, new ArrayList<>());
    assertThat(repaired)
        .as(new TextRenderer(false).render(repaired))
        .noneMatch(found -> found.rule() == rule || found.severity() != Severity.NOTE);
  }
}
