package dev.foliospec.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The canonical layout: what it looks like, that it is stable, and that it loses nothing. */
class FormatterTest {
  private static final long FIRST_SEED = 20_241_008;
  private static final int STRAYS = 2_000;

  @TestFactory
  Stream<DynamicTest> filesArePrintedInTheCanonicalLayout() {
    return Corpus.of("format").tests(".formatted", input -> Formatter.format(parse(input)));
  }

  @TestFactory
  Stream<DynamicTest> formattedFilesReadAsTheSameTree() {
    return Corpus.everything().stream()
        .map(input -> DynamicTest.dynamicTest(input.path(), () -> assertRoundTrip(input, true)));
  }

  /**
   * Formats, reads again, formats again.
   *
   * @param remarks whether comments must also keep standing behind what they stood behind
   */
  static void assertRoundTrip(SourceFile input, boolean remarks) {
    FileSyntax file = parse(input);
    String formatted = Formatter.format(file);
    if (!file.intact()) {
      assertThat(formatted).isEqualTo(input.text());
      return;
    }
    FileSyntax again = parse(new SourceFile(input.path(), formatted));
    assertThat(again.intact()).as("still readable:\n%s", formatted).isTrue();
    assertThat(TreePrinter.print(again.units())).isEqualTo(TreePrinter.print(file.units()));
    assertThat(texts(again)).isEqualTo(texts(file));
    if (remarks) {
      assertThat(TreePrinter.print(again)).isEqualTo(TreePrinter.print(file));
    }
    assertThat(Formatter.format(again)).isEqualTo(formatted);
  }

  @Test
  void brokenFilesAreLeftAsTheyAre() {
    String text = "policy  p   of  v\ntable t on\n|a|b|\n";
    assertThat(Formatter.format(parse(new SourceFile("broken.folio", text)))).isEqualTo(text);
  }

  /**
   * Comments and documentation in odd places: where nobody would write them, and where somebody will.
   * The seed that fails is printed with the input.
   */
  @Test
  void strayCommentsAndDocumentationSurvive() {
    List<SourceFile> inputs = Corpus.everything().stream()
        .filter(input -> input.text().length() < 20_000 && parse(input).intact())
        .toList();
    for (long seed = FIRST_SEED; seed < FIRST_SEED + STRAYS; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      SourceFile input = inputs.get(random.nextInt(inputs.size()));
      List<String> lines = new ArrayList<>(List.of(input.text().split("\n", -1)));
      for (int count = 1 + random.nextInt(4); count > 0; count--) {
        stray(lines, random);
      }
      SourceFile mixed = new SourceFile(input.path(), String.join("\n", lines));
      assertThatCode(() -> assertRoundTrip(mixed, false))
          .as("seed %d, input:\n%s", seed, mixed.text())
          .doesNotThrowAnyException();
    }
  }

  private static void stray(List<String> lines, SplittableRandom random) {
    int at = random.nextInt(lines.size());
    String mark = random.nextInt(3) == 0 ? "# note" : "## note";
    switch (random.nextInt(4)) {
      case 0 -> lines.set(at, lines.get(at) + "  " + mark);
      case 1 -> lines.add(at, mark);
      case 2 -> lines.add(at, " ".repeat(random.nextInt(60)) + mark);
      default -> lines.add(at, "");
    }
  }

  private static List<String> texts(FileSyntax file) {
    return file.comments().stream().map(CommentSyntax::text).sorted().toList();
  }

  private static FileSyntax parse(SourceFile input) {
    return Parser.parse(input, new Diagnostics());
  }
}
