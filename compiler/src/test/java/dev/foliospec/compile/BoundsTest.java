package dev.foliospec.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bounds that no case on disk could show. */
class BoundsTest {
  private static List<Rule> rules(String text, CompileOptions options) {
    return Compiler.compile(List.of(new SourceFile("bounds.folio", text)), options)
        .diagnostics()
        .stream()
        .map(Diagnostic::rule)
        .distinct()
        .toList();
  }

  @Test
  void aFileOver16MegabytesIsNotRead() {
    String line = "nothing that anybody could read\n";
    assertThat(rules(line.repeat(17 * 1024 * 1024 / line.length()), CompileOptions.USUAL))
        .containsExactly(Rule.FILE_TOO_LARGE);
  }

  @Test
  void aFileBelow16MegabytesIsRead() {
    String line = "# a comment that goes on for quite a while, and says nothing that matters\n";
    assertThat(rules(line.repeat(1024 * 1024 / line.length()), CompileOptions.USUAL))
        .doesNotContain(Rule.FILE_TOO_LARGE);
  }

  @Test
  void exploringEndsAtTheNumberOfStatesThatIsAllowed() {
    String text = """
        vocabulary counters
        source K "the kernel's source"
        actor host
        var a : 0..40 = 0
        var b : 0..40 = 0
        event left by host only when a < 40
        event right by host only when b < 40

        policy counters.two of counters

        table counting on left, right source K
        | row | event || answer | a'  | b'  |
        |-----|-------||--------|-----|-----|
        | L   | left  || ok     | a+1 | =   |
        | R   | right || ok     | =   | b+1 |
        """;
    assertThat(rules(text, CompileOptions.USUAL.withMostStates(41 * 41)))
        .doesNotContain(Rule.TOO_MANY_STATES);
    assertThat(rules(text, CompileOptions.USUAL.withMostStates(41 * 41 - 1)))
        .contains(Rule.TOO_MANY_STATES);
  }
}
