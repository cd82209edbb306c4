package dev.foliospec.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.engine.Budget;
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

  private static final String COUNTERS = """
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

  @Test
  void exploringEndsAtTheNumberOfStatesThatIsAllowed() {
    assertThat(rules(COUNTERS, CompileOptions.USUAL.withMostStates(41 * 41)))
        .doesNotContain(Rule.TOO_MANY_STATES);
    assertThat(rules(COUNTERS, CompileOptions.USUAL.withMostStates(41 * 41 - 1)))
        .contains(Rule.TOO_MANY_STATES);
  }

  @Test
  void exploringEndsAtTheMemoryThatIsAllowedAndSaysWhatItExplored() {
    Budget usual = CompileOptions.USUAL.budget();
    assertThat(rules(COUNTERS, CompileOptions.USUAL.withBudget(usual.within(1 << 18))))
        .doesNotContain(Rule.TOO_MUCH_MEMORY);
    List<Diagnostic> found = Compiler.compile(
            List.of(new SourceFile("bounds.folio", COUNTERS)),
            CompileOptions.USUAL.withBudget(usual.within(1 << 16)))
        .diagnostics();
    assertThat(found.get(0).rule()).isEqualTo(Rule.TOO_MUCH_MEMORY);
    // 978 pairs of counters have a sum below 44.
    assertThat(found.get(0).notes())
        .containsExactly(
            "987 states were explored, among them all that fewer than 44 events lead to");
  }

  @Test
  void followingGhostsEndsThereToo() {
    String text = COUNTERS
        .replace(
            "event left",
            "effect tick\nghost ticks : 0..40 = 0, +1 on tick\nevent wait by host\nevent left")
        .replace("on left, right source", "on left, right, wait source")
        .replace("|| answer | a'  | b'  |", "|| answer | a'  | b'  | effects |")
        .replace("||--------|-----|-----|", "||--------|-----|-----|---------|")
        .replace("| a+1 | =   |", "| a+1 | =   | none |")
        .replace(
            "| =   | b+1 |", "| =   | b+1 | none |\n| W   | wait  || ok     | =   | =   | tick |")
        .concat("\nproperty few\n  always ticks <= 40\n");
    Budget usual = CompileOptions.USUAL.budget();
    assertThat(rules(text, CompileOptions.USUAL)).isEmpty();
    assertThat(rules(text, CompileOptions.USUAL.withBudget(usual.within(1 << 20))))
        .containsExactly(Rule.TOO_MUCH_MEMORY);
    assertThat(rules(text, CompileOptions.USUAL.withMostStates(41 * 41)))
        .containsExactly(Rule.TOO_MANY_STATES);
  }
}
