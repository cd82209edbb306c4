package dev.foliospec.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.render.TextRenderer;
import dev.foliospec.source.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What files read as, and what is said of those that cannot be read. */
class ParserCorpusTest {
  @TestFactory
  Stream<DynamicTest> wholeFilesReadAsTheirTree() {
    return Corpus.of("valid/language").tests(".tree", ParserCorpusTest::tree);
  }

  private static String tree(SourceFile input) {
    Diagnostics found = new Diagnostics();
    FileSyntax file = Parser.parse(input, found);
    assertThat(found.inReadingOrder()).isEmpty();
    return TreePrinter.print(file);
  }

  @TestFactory
  Stream<DynamicTest> brokenFilesAreReportedAndReadOn() {
    return Corpus.of("recover").tests(".diag", ParserCorpusTest::findings);
  }

  private static String findings(SourceFile input) {
    Diagnostics found = new Diagnostics();
    FileSyntax file = input.path().startsWith("mail/")
        ? Parser.parseQuoted(input, found)
        : Parser.parse(input, found);
    return new TextRenderer(false).render(found.inReadingOrder()) + "\n" + outline(file);
  }

  /** What was read all the same: units, and their members with their rows. */
  private static String outline(FileSyntax file) {
    StringBuilder outline = new StringBuilder("read:\n");
    for (UnitSyntax unit : file.units()) {
      outline.append("  ").append(DeclarationText.head(unit).get(0)).append('\n');
      if (unit instanceof PoliciesSyntax pivot) {
        outline.append("    ").append(rows(pivot.rows())).append('\n');
      }
      for (DeclarationSyntax member : unit.members()) {
        outline.append("    ").append(name(member)).append('\n');
      }
    }
    return outline.toString();
  }

  private static String name(DeclarationSyntax member) {
    if (member instanceof TableSyntax table) {
      return DeclarationText.head(table).get(0) + ": " + rows(table.rows());
    }
    if (member instanceof CardSyntax card) {
      return DeclarationText.lines(card).get(0);
    }
    if (member instanceof PropertySyntax property) {
      return "property " + property.name() + (property.claim().isEmpty() ? " (no claim)" : "");
    }
    if (member instanceof ScenarioSyntax scenario) {
      return "scenario " + scenario.name() + ": " + scenario.steps().size() + " steps";
    }
    return DeclarationText.parts(member).get(0);
  }

  private static String rows(List<RowSyntax> rows) {
    return String.join(
        ", ",
        rows.stream()
            .map(row -> row.id()
                + (row.cells().stream()
                        .anyMatch(cell -> cell.content() instanceof CellContent.Broken)
                    ? " (broken)"
                    : ""))
            .toList());
  }
}
