package dev.foliospec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diff.render.VerdictText;
import dev.foliospec.engine.Budget;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.observe.Cut;
import dev.foliospec.observe.Side;
import dev.foliospec.source.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a comparison says that a bound ends is true, and it says how far it came. */
final class BoundedComparisonTest {
  /** The first answers what the second does until it has counted to 900; only then is it late. */
  private static final String COUNTING = """
      vocabulary v
      source note "a note"
      actor host
      var n : 0..1000 = 0
      event tick by host
      error LATE, EARLY
      policy v.one of v source note
      table ticking on tick
      | row | n       || answer      | n'  |
      |-----|---------||-------------|-----|
      | A1  | 0..899  || ok          | n+1 |
      | A2  | 900     || refuse LATE | =   |
      | A3  | >900    || forbid      | =   |
      policy v.other of v source note
      table ticking on tick
      | row | n       || answer       | n'  |
      |-----|---------||--------------|-----|
      | B1  | 0..899  || ok           | n+1 |
      | B2  | 900     || refuse EARLY | =   |
      | B3  | >900    || forbid       | =   |
      """;

  private static Verdict compared(Budget budget) {
    return compared(COUNTING, budget);
  }

  private static Verdict compared(String text, Budget budget) {
    Compilation compiled =
        Compiler.compile(List.of(new SourceFile("v.folio", text)), CompileOptions.USUAL);
    Policy one = compiled.policySet().policy("v.one").orElseThrow();
    Policy other = compiled.policySet().policy("v.other").orElseThrow();
    Observer observer = one.vocabulary().observer("default").orElseThrow();
    return Comparison.compare(side(one), side(other), observer, budget);
  }

  private static Side side(Policy policy) {
    Dense dense = Dense.of(policy);
    return new Side(policy.name(), dense, dense.variants());
  }

  @Test
  void withRoomItIsToldWhatDiffers() {
    Verdict verdict = compared(Budget.usual());
    assertThat(verdict.cut()).isEmpty();
    assertThat(verdict.relation()).isEqualTo(Relation.INCOMPARABLE);
    assertThat(verdict.causes()).hasSize(1);
    assertThat(verdict.causes().get(0).seenAt()).isEqualTo(901);
  }

  @Test
  void whatWasNotLookedAtIsNotCalledTheSame() {
    for (int most : new int[] {1, 10, 300, 500}) {
      Verdict verdict = compared(Budget.usual().upTo(most));
      assertThat(verdict.relation()).isEqualTo(Relation.UNKNOWN);
      assertThat(verdict.causes()).isEmpty();
      Cut cut = verdict.cut().orElseThrow();
      assertThat(cut.memory()).isFalse();
      assertThat(cut.pairs()).isGreaterThan(most);
      // One state follows another here, so that there are as many steps as pairs, less the first.
      assertThat(cut.steps()).isEqualTo((int) cut.pairs() - 1);
      assertThat(VerdictText.print(verdict))
          .startsWith("v.one and v.other are not told apart so far\nended by --max-states after ");
    }
  }

  @Test
  void memoryEndsItToo() {
    Verdict verdict = compared(Budget.usual().within(20_000));
    Cut cut = verdict.cut().orElseThrow();
    assertThat(cut.memory()).isTrue();
    assertThat(verdict.relation()).isEqualTo(Relation.UNKNOWN);
    assertThat(cut.pairs()).isBetween(200L, 600L);
  }

  @Test
  void aDifferenceThatWasFoundIsTold() {
    String early = COUNTING.replace(
        "B1  | 0..899  || ok           | n+1", "B1  | 0..899  || fail EARLY   | n+1");
    Verdict verdict = compared(early, Budget.usual().upTo(100));
    assertThat(verdict.cut()).isPresent();
    assertThat(verdict.causes()).hasSize(1);
    assertThat(verdict.causes().get(0).seenAt()).isEqualTo(1);
    assertThat(verdict.relation()).isEqualTo(Relation.INCOMPARABLE);
    assertThat(VerdictText.print(verdict))
        .startsWith("v.one and v.other differ by 1 cause; neither refines the other\nended by ");
  }
}
