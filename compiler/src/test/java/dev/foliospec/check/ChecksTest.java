package dev.foliospec.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How findings are shared, weighed and worded; each rule by itself is on its page. */
class ChecksTest {
  private static final String VOCABULARY = """
      vocabulary v
      source K "a source"
      actor host
      var x : a | b | c = a
      var y : no | yes = no
      trait t : no | yes
      event go(to: a | b | c) by host answers sees: a | b | c
      event stop by host
      effect wipe
      error EIO

      """;

  private static final String GOING = """
      table going on go source K
      | row | to | x  || answer | sees | x' |
      |-----|----|----||--------|------|----|
      | G1  | a  | -  || ok     | x    | to |
      | G2  | !a | -  || ok     | x    | to |
      """;

  private static List<Diagnostic> found(CompileOptions options, String... parts) {
    SourceFile file = new SourceFile("t.folio", VOCABULARY + String.join("\n", parts));
    return Compiler.compile(List.of(file), options).diagnostics();
  }

  private static List<Diagnostic> of(Rule rule, List<Diagnostic> found) {
    return found.stream().filter(each -> each.rule() == rule).toList();
  }

  @Test
  void whatIsInOrderIsSilent() {
    assertThat(found(
            CompileOptions.USUAL,
            "policy p of v",
            "lacks stop because \"no such thing\" source K",
            GOING))
        .isEmpty();
  }

  @Test
  void anInheritedOverlapIsReportedOnceWithAllHeirs() {
    List<Diagnostic> found = of(
        Rule.TWO_ANSWERS,
        found(
            CompileOptions.USUAL,
            "abstract policy base of v",
            "lacks stop because \"no such thing\" source K",
            GOING.replace("| !a |", "| -  |"),
            "policy p of v extends base",
            "policy q of v extends base"));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).notes()).contains("the same holds for `q`");
    assertThat(found.get(0).help()).contains("write `!a` in row G2");
    assertThat(found.get(0).edits())
        .singleElement()
        .satisfies(edit -> assertThat(edit.text()).isEqualTo("!a"));
  }

  @Test
  void anEventWithoutRowsIsOneFinding() {
    List<Diagnostic> found =
        of(Rule.UNANSWERED_EVENT, found(CompileOptions.USUAL, "policy p of v", GOING));

    assertThat(found).singleElement().satisfies(each -> {
      assertThat(each.message()).isEqualTo("`p` has no rows for `stop`");
      assertThat(each.help().orElseThrow()).contains("lacks stop because");
    });
  }

  @Test
  void unreachableGapsAreErrorsOnlyWhereThatIsAsked() {
    String[] parts = {"policy p of v", "lacks stop because \"no such thing\" source K", """
      table going on go source K
      | row | to | x  | y  || answer | x' |
      |-----|----|----|----||--------|----|
      | G1  | -  | -  | no || ok     | to |
      """};

    assertThat(of(Rule.UNREACHABLE_GAP, found(CompileOptions.USUAL, parts))).isEmpty();
    assertThat(of(Rule.UNREACHABLE_GAP, found(CompileOptions.USUAL.withNotes(true), parts)))
        .singleElement()
        .satisfies(each -> assertThat(each.severity()).isEqualTo(Severity.NOTE));
    assertThat(of(Rule.UNREACHABLE_GAP, found(CompileOptions.USUAL.withStrict(true), parts)))
        .singleElement()
        .satisfies(each -> assertThat(each.severity()).isEqualTo(Severity.ERROR));
  }

  @Test
  void aRowThatAnHeirNeedsIsNotDead() {
    String base = """
        abstract policy base of v
        lacks stop because "no such thing" source K
        table going on go source K
        | row | to | t   || answer     | sees | x' |
        |-----|----|-----||------------|------|----|
        | G1  | -  | no  || ok         | x    | to |
        | G2  | -  | yes || refuse EIO | -    | =  |
        """;
    String heirs = """
        policy p of v extends base
        trait t = no source K
        policy q of v extends base
        trait t = yes source K
        """;

    assertThat(found(CompileOptions.USUAL, base, heirs)).isEmpty();
  }

  @Test
  void whatLiesBehindAGapIsNotCalledDead() {
    List<Diagnostic> found = found(
        CompileOptions.USUAL,
        "policy p of v",
        "lacks stop because \"no such thing\" source K",
        """
        table going on go source K
        | row | to | x  || answer | x' |
        |-----|----|----||--------|----|
        | G1  | a  | -  || ok     | to |
        | G2  | b  | !a || ok     | to |
        | G3  | c  | !a || ok     | to |
        """);

    assertThat(found).isNotEmpty().allMatch(each -> each.rule() == Rule.UNANSWERED_EVENT);
  }

  @Test
  void whatCouldNotBeReadIsNotCalledAGap() {
    List<Diagnostic> found = found(
        CompileOptions.USUAL,
        "policy p of v",
        "lacks stop because \"no such thing\" source K",
        GOING + "| G3 | a | ok |\n");

    assertThat(found).isNotEmpty().allMatch(each -> each.rule().code().startsWith("P1"));
  }

  @Test
  void aDefinitionIsWorkedOutOnceHoweverOftenItIsNamed() {
    StringBuilder definitions = new StringBuilder("define d0 = x = a and y = no\n");
    for (int at = 1; at <= 60; at++) {
      definitions.append("define d").append(at).append(" = d").append(at - 1);
      definitions.append(" or d").append(at - 1).append(" and d").append(at - 1).append('\n');
    }
    assertThat(found(
            CompileOptions.USUAL,
            "policy p of v",
            definitions.toString(),
            "lacks stop because \"no such thing\" source K",
            """
            table going on go source K
            | row | d60 || answer | x' |
            |-----|-----||--------|----|
            | G1  | yes || ok     | to |
            | G2  | no  || ok     | a  |
            """))
        .isEmpty();
  }

  @Test
  void tooManyStatesAreSaidOnce() {
    assertThat(found(
            CompileOptions.USUAL.withMostStates(2),
            "policy p of v",
            "lacks stop because \"no such thing\" source K",
            GOING))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.rule()).isEqualTo(Rule.TOO_MANY_STATES);
          assertThat(each.message()).isEqualTo("`p` reaches more than 2 states");
        });
  }
}
