package dev.foliospec.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.source.SourceFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The canonical layout: what it looks like, that it is stable, and that it loses nothing. */
class FormatterTest {
  @TestFactory
  Stream<DynamicTest> filesArePrintedInTheCanonicalLayout() {
    return Corpus.of("format").tests(".formatted", input -> Formatter.format(parse(input)));
  }

  @TestFactory
  Stream<DynamicTest> formattedFilesReadAsTheSameTree() {
    return Corpus.everything().stream()
        .map(input -> DynamicTest.dynamicTest(input.path(), () -> assertRoundTrip(input)));
  }

  static void assertRoundTrip(SourceFile input) {
    FileSyntax file = parse(input);
    String formatted = Formatter.format(file);
    if (!file.intact()) {
      assertThat(formatted).isEqualTo(input.text());
      return;
    }
    FileSyntax again = parse(new SourceFile(input.path(), formatted));
    assertThat(again.intact()).as("still readable:\n%s", formatted).isTrue();
    assertThat(TreePrinter.print(again)).isEqualTo(TreePrinter.print(file));
    assertThat(Formatter.format(again)).isEqualTo(formatted);
  }

  @Test
  void brokenFilesAreLeftAsTheyAre() {
    String text = "policy  p   of  v\ntable t on\n|a|b|\n";
    assertThat(Formatter.format(parse(new SourceFile("broken.folio", text)))).isEqualTo(text);
  }

  private static FileSyntax parse(SourceFile input) {
    return Parser.parse(input, new Diagnostics());
  }
}
