package dev.foliospec.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.source.SourceFile;
import java.util.List;
import java.util.Random;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever it is given, the parser returns, and loses no character. */
class HostileTextTest {
  private static final String ALPHABET =
      "abcXYZ019_ \t\r\n|||##\"'()[]{},:;.=!<>+-*/>\u201c\u00a0\ufeff\u00e9\ud83d\ude00\0";

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomTextIsRead(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      StringBuilder text = new StringBuilder(round % 2 == 0 ? "" : "policy p of v\n");
      int length = random.nextInt(400);
      for (int i = 0; i < length; i++) {
        text.append(
            random.nextInt(12) == 0
                ? keyword(random)
                : String.valueOf(ALPHABET.charAt(random.nextInt(ALPHABET.length()))));
      }
      assertRead(text.toString(), seed);
    }
  }

  private static String keyword(Random random) {
    int type = FoliospecLexer.VOCABULARY_UNIT + random.nextInt(80);
    String literal = FoliospecLexer.VOCABULARY.getLiteralName(type);
    String word = literal == null ? "x" : literal.substring(1, literal.length() - 1);
    return (random.nextBoolean() ? "\n" : " ") + word + " ";
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void mutatedSpecsAreRead(long seed) {
    Random random = new Random(seed);
    List<SourceFile> samples = Corpus.everything();
    for (int round = 0; round < 60; round++) {
      String text = samples.get(random.nextInt(samples.size())).text();
      StringBuilder mutant = new StringBuilder(text);
      int edits = 1 + random.nextInt(3);
      for (int edit = 0; edit < edits && mutant.length() > 4; edit++) {
        mutate(mutant, random);
      }
      assertRead(mutant.toString(), seed);
    }
  }

  @Test
  void aHeadingMayBeginWithItsDivider() {
    assertRead("policy p of v\ntable t on e\n|| row | answer |\n| A | ok |\n|| B | ok |\n", 0);
    assertRead("policy p of v\ntable t on e\n|| row | answer |\n| A || ok |\n", 0);
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length() - 2);
    int end = Math.min(text.length(), at + 1 + random.nextInt(12));
    switch (random.nextInt(4)) {
      case 0 -> text.delete(at, end);
      case 1 -> text.insert(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      case 2 -> text.insert(random.nextInt(text.length()), text.substring(at, end));
      default -> text.setLength(at);
    }
  }

  /** Reads a text as a file and as mail, and formats it where it can be read. */
  private static void assertRead(String text, long seed) {
    SourceFile input = new SourceFile("hostile.folio", text);
    assertThat(lexed(text)).as("seed %d", seed).isEqualTo(text);
    Diagnostics found = new Diagnostics();
    FileSyntax file = Parser.parse(input, found);
    assertThat(file.intact()).as("seed %d", seed).isEqualTo(!found.hasErrors());
    found.inReadingOrder().forEach(each -> assertThat(each.message()).isNotBlank());
    Parser.parseQuoted(input, new Diagnostics());
    if (file.intact()) {
      FormatterTest.assertRoundTrip(input, true);
    }
  }

  private static String lexed(String text) {
    FoliospecLexer lexer = new FoliospecLexer(new TextStream(text, "hostile.folio"));
    StringBuilder all = new StringBuilder();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      all.append(token.getText());
    }
    return all.toString();
  }

  private static Diagnostics read(String text) {
    Diagnostics found = new Diagnostics();
    Parser.parse(new SourceFile("hostile.folio", text), found);
    return found;
  }

  @Test
  void deepParenthesesAreOneFinding() {
    String text =
        "vocabulary v\ndefine d = " + "(".repeat(100_000) + "x = y" + ")".repeat(100_000) + "\n";
    assertThat(read(text).inReadingOrder()).singleElement().satisfies(each -> {
      assertThat(each.rule()).isEqualTo(Rule.TOO_DEEP);
      assertThat(each.at().at().line()).isEqualTo(2);
    });
  }

  @Test
  void deepParenthesesInACellAreOneFinding() {
    String text = "policy p of v\ntable t on e\n| row | when || answer |\n| R1 | "
        + "(".repeat(100_000)
        + "x = y || ok |\n| R2 | - || ok |\n";
    assertThat(read(text).inReadingOrder())
        .singleElement()
        .satisfies(each -> assertThat(each.rule()).isEqualTo(Rule.TOO_DEEP));
  }

  @Test
  void twoHundredParenthesesAreRead() {
    String text = "vocabulary v\ndefine d = " + "(".repeat(200) + "x = y" + ")".repeat(200) + "\n";
    assertThat(read(text).inReadingOrder()).isEmpty();
  }

  @Test
  void manyNegationsAreOneFinding() {
    String text = "vocabulary v\ndefine d = " + "not ".repeat(100_000) + "x\n";
    assertThat(read(text).inReadingOrder())
        .singleElement()
        .satisfies(each -> assertThat(each.rule()).isEqualTo(Rule.TOO_DEEP));
  }

  @Test
  void longChainsAreRead() {
    String text = "vocabulary v\ndefine d = x" + " and x = y or not z".repeat(50_000) + "\n";
    assertThat(read(text).inReadingOrder()).isEmpty();
  }

  @Test
  void megabytesOfPipesAreOneFinding() {
    assertThat(read("| ".repeat(1_000_000)).inReadingOrder()).hasSize(1);
    String table = "policy p of v\ntable t on e\n| row || answer |\n| R1 || ok |\n";
    assertThat(read(table + "| ".repeat(1_000_000)).inReadingOrder()).hasSize(1);
  }

  @Test
  void hugeRowsAreRead() {
    String wide = "a, ".repeat(200_000);
    String text =
        "policy p of v\ntable t on e\n| row | x || answer |\n| R1 | " + wide + "a || ok |\n";
    assertThat(read(text).inReadingOrder()).isEmpty();
  }

  @Test
  void filesOverTheLimitAreNotRead() {
    String text = "# " + "x".repeat(ParseFile.LONGEST);
    assertThat(read(text).inReadingOrder())
        .singleElement()
        .satisfies(each -> assertThat(each.rule()).isEqualTo(Rule.FILE_TOO_LARGE));
  }
}
