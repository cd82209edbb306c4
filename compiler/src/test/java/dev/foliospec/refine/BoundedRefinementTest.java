package dev.foliospec.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.engine.Budget;
import dev.foliospec.model.Policy;
import dev.foliospec.observe.Cut;
import dev.foliospec.observe.Side;
import dev.foliospec.refine.render.RefinedText;
import dev.foliospec.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a refinement says that a bound ends is true, and it says how far it came. */
final class BoundedRefinementTest {
  /** A policy that breaks its contract after 900 steps; the contract forgets what it counted. */
  private static final String COUNTING = """
      vocabulary v
      source note "a note"
      actor host
      var n : 0..1000 = 0
      event tick by host
      error LATE
      policy v.one of v refines v.contract source note
      table ticking on tick
      | row | n       || answer      | n'  |
      |-----|---------||-------------|-----|
      | A1  | 0..899  || ok          | n+1 |
      | A2  | >=900   || refuse LATE | =   |
      policy v.contract of v source note
      table ticking on tick
      | row || answer | n' |
      |-----||--------|----|
      | B1  || ok     | =  |
      """;

  private static Refined judged(Budget budget) {
    Compilation compiled =
        Compiler.compile(List.of(new SourceFile("v.folio", COUNTING)), CompileOptions.USUAL);
    Policy one = compiled.policySet().policy("v.one").orElseThrow();
    Policy contract = compiled.policySet().policy("v.contract").orElseThrow();
    Side promised = RefinementAgainstBruteForceTest.side(contract);
    return Refinement.judge(
        RefinementAgainstBruteForceTest.side(one),
        new Promise(promised, one.vocabulary().observer("default").orElseThrow()),
        budget);
  }

  @Test
  void withRoomTheBreachIsFound() {
    Refined refined = judged(Budget.usual());
    assertThat(refined.cut()).isEmpty();
    assertThat(refined.broken()).isTrue();
    assertThat(refined.breaches().get(0).trace()).hasSize(901);
  }

  @Test
  void whatWasNotLookedAtIsNotSaidToHold() {
    for (int most : new int[] {1, 10, 300, 500}) {
      Refined refined = judged(Budget.usual().upTo(most));
      Cut cut = refined.cut().orElseThrow();
      assertThat(refined.holds()).isFalse();
      assertThat(refined.broken()).isFalse();
      assertThat(cut.memory()).isFalse();
      assertThat(cut.pairs()).isGreaterThan(most);
      assertThat(cut.steps()).isEqualTo((int) cut.pairs() - 1);
      assertThat(RefinedText.print(refined))
          .startsWith("v.one is not seen to break v.contract\nended by --max-states after ");
    }
    assertThat(judged(Budget.usual().within(20_000)).cut().orElseThrow().memory())
        .isTrue();
  }

  /** One goes round in 17 steps, the other in 19, so that together they take 323. */
  @Test
  void aClaimThatCouldNotBeFollowedIsAFinding() {
    String rounds = """
        vocabulary v
        source note "a note"
        actor host
        var n : 0..16 = 0
        var m : 0..18 = 0
        event tick by host
        policy v.one of v refines v.contract source note
        table ticking on tick
        | row | n  || answer | n'  |
        |-----|----||--------|-----|
        | A1  | 16 || ok     | 0   |
        | A2  | !16 || ok    | n+1 |
        policy v.contract of v source note
        table ticking on tick
        | row | m  || answer | m'  |
        |-----|----||--------|-----|
        | B1  | 18 || ok     | 0   |
        | B2  | !18 || ok    | m+1 |
        """;
    List<SourceFile> sources = List.of(new SourceFile("v.folio", rounds));
    assertThat(Compiler.compile(sources, CompileOptions.USUAL).diagnostics()).isEmpty();
    List<Diagnostic> found =
        Compiler.compile(sources, CompileOptions.USUAL.withMostStates(100)).diagnostics();
    assertThat(found).hasSize(1);
    assertThat(found.get(0).rule()).isEqualTo(Rule.TOO_MANY_STATES);
    assertThat(found.get(0).message())
        .isEqualTo("holding `v.one` against `v.contract` takes more states than allowed");
    assertThat(found.get(0).notes())
        .containsExactly(
            "after 258 pairs of sets of states: traces of more than 257 steps may show more");
  }
}
