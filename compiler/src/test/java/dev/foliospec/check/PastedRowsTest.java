package dev.foliospec.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.source.SourceFile;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The rows that a finding about a gap shows, pasted into the table, leave neither gap nor overlap. */
class PastedRowsTest {
  private static final String VOCABULARY = """
      vocabulary v
      source K "a source"
      actor host
      type T = a | b | c
      var x : T = a
      var n : 0..3 = 0
      flag f : no | yes
      event ask(p: T) by host
      event move(p: T) by host
      event count by host
      """;

  private static final String HEAD = """
      policy v.p of v
      table moving on move source K
      | row | p || answer | x' |
      |-----|---||--------|----|
      | M1  | - || ok     | p  |
      table counting on count source K
      | row | n  || answer | n'  |
      |-----|----||--------|-----|
      | N1  | <3 || ok     | n+1 |
      | N2  | 3  || ok     | 0   |
      table asking on ask source K
      | row | p | x | n | f || answer |
      |-----|---|---|---|---||--------|
      """;

  private static final List<List<String>> CELLS = List.of(
      List.of("-", "a", "!a", "=x", "!=x", "a, c"),
      List.of("-", "b", "!c", "a, b"),
      List.of("-", "0", ">0", "1..2", "<=2"),
      List.of("-", "-", "yes", "no"));

  private static String rows(Random random) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(3);
    for (int row = 0; row < count; row++) {
      text.append("| A").append(row);
      for (List<String> cells : CELLS) {
        text.append(" | ").append(cells.get(random.nextInt(cells.size())));
      }
      text.append(" || ok |\n");
    }
    return text.toString();
  }

  private static List<Diagnostic> found(String text) {
    return Compiler.compile(
            List.of(new SourceFile("v.folio", VOCABULARY), new SourceFile("p.folio", text)),
            CompileOptions.USUAL)
        .diagnostics();
  }

  @Test
  void pastedRowsFillTheGap() {
    int gaps = 0;
    for (long seed = 0; seed < 150; seed++) {
      String text = HEAD + rows(new Random(seed));
      List<Diagnostic> before = found(text);
      if (before.stream().anyMatch(each -> each.rule() == Rule.TWO_ANSWERS)) {
        continue;
      }
      List<Diagnostic> holes =
          before.stream().filter(each -> each.rule() == Rule.UNANSWERED_EVENT).toList();
      if (holes.isEmpty()) {
        continue;
      }
      gaps++;
      assertThat(holes).as("seed %d", seed).hasSize(1);
      String[] help = holes.get(0).help().orElseThrow().split("\n");
      StringBuilder pasted = new StringBuilder(text);
      for (int line = 2; line < help.length && help[line].startsWith("|"); line++) {
        pasted.append(help[line].replace("?", "ok")).append('\n');
      }
      if (help.length > 2 && help[help.length - 1].startsWith("and ")) {
        continue;
      }
      assertThat(found(pasted.toString()))
          .as("seed %d: %s", seed, pasted)
          .noneMatch(
              each -> each.rule() == Rule.UNANSWERED_EVENT || each.rule() == Rule.TWO_ANSWERS);
    }
    assertThat(gaps).isGreaterThan(40);
  }
}
