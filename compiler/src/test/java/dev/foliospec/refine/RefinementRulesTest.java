package dev.foliospec.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.VariantName;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.observe.Side;
import dev.foliospec.refine.Breach.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each rule of the definition by one small case; who reads this reads the definition again. */
final class RefinementRulesTest {
  private static final String VOCABULARY = """
      vocabulary v
      source S "made up"
      actor host
      actor guest
      type Seen = x | y | w matches any
      var s : 0..2 = 0
      flag sf : no | yes
      chance sc : no | yes = no
      trait t : no | yes
      event go   by host
      event back by host only when s > 0
      event look by guest answers sees: Seen
      event tick by host silent
      effect q
      error E1, E2
      observer host_alone sees answers of host
      observer inner sees answers of host, guest; effects; state

      """;

  private static final String LACKS_ALL_BUT_GO =
      "lacks back, look, tick because \"beside the point\" source S\n";
  private static final String LACKS_ALL_BUT_LOOK =
      "lacks go, back, tick because \"beside the point\" source S\n";

  private static Refined judged(String policy, String contract, String observer) {
    return judged("v.p", "v.c", policy, contract, observer);
  }

  private static Refined judged(
      String one, String other, String policy, String contract, String observer) {
    PolicySet set = RandomContracts.compiled(VOCABULARY + "policy v.p of v source S\n" + policy
        + "\npolicy v.c of v source S\n" + contract);
    Side side = side(set, one);
    return Refinement.judge(
        side, side(set, other), side.policy().vocabulary().observer(observer).orElseThrow());
  }

  private static Side side(PolicySet set, String text) {
    VariantName name = VariantName.parse(text).orElseThrow();
    Policy policy = RandomContracts.of(set, name.policy());
    return new Side(text, Dense.of(policy), name.variants(policy));
  }

  private static Refined go(String policyRows, String contractRows) {
    return judged(go(policyRows), go(contractRows), "default");
  }

  private static String go(String rows) {
    return LACKS_ALL_BUT_GO + "table t1 on go\n| row | s || answer | s' |\n" + rows;
  }

  private static Refined look(String policyRows, String contractRows) {
    return judged(look(policyRows), look(contractRows), "default");
  }

  private static String look(String rows) {
    return LACKS_ALL_BUT_LOOK + "table t1 on look\n| row | s || answer | sees | s' |\n" + rows;
  }

  private static Breach only(Refined refined) {
    assertThat(refined.breaches()).hasSize(1);
    return refined.breaches().get(0);
  }

  private static String trace(Breach breach) {
    return breach.trace().stream().map(TraceStep::call).collect(Collectors.joining(", "));
  }

  private static List<String> allowed(Breach breach) {
    return breach.allowed().stream()
        .map(each -> each.row() + " " + each.spelled())
        .toList();
  }

  // --- Answers ---

  @Test
  void oneOfSeveralAnswersIsEnough() {
    assertThat(go("| A | - || ok | = |\n", "| B | - || ok or E1 | = |\n").holds())
        .isTrue();
  }

  @Test
  void anAnswerThatIsNotAmongThemFails() {
    Breach breach = only(go(
        "| A | 0 || ok | 1 |\n| A1 | >0 || refuse E2 | = |\n",
        "| B | 0 || ok | 1 |\n| B1 | >0 || ok or E1 | = |\n"));
    assertThat(breach.kind()).isEqualTo(Kind.ANSWER);
    assertThat(trace(breach)).isEqualTo("go, go");
    assertThat(breach.row().orElseThrow().id().id()).isEqualTo("A1");
    assertThat(breach.promise().orElseThrow().id().id()).isEqualTo("B1");
    assertThat(breach.answered().orElseThrow().spelled()).isEqualTo("E2");
    assertThat(allowed(breach)).containsExactly("B1 ok", "B1 E1");
  }

  /** The contract leaves open where it goes, and what is seen next settles it. */
  @Test
  void allStatesOfTheContractThatFitCount() {
    String either = "| B | 0 || ok | {1, 2} |\n| B1 | 1 || refuse E1 | = |\n| B2 | 2 || ok | = |\n";
    assertThat(go("| A | 0 || ok | 1 |\n| A1 | >0 || refuse E1 | = |\n", either).holds())
        .isTrue();
    assertThat(go("| A | 0 || ok | 1 |\n| A1 | >0 || ok | = |\n", either).holds())
        .isTrue();
    Breach first = only(go(
        "| A | 0 || ok | 1 |\n| A1 | 1 || refuse E1 | = |\n| A2 | 2 || ok | = |\n",
        "| B | 0 || ok | 1 |\n| B1 | 1 || ok | 2 |\n| B2 | 2 || ok | = |\n"));
    assertThat(trace(first)).isEqualTo("go, go");
  }

  @Test
  void whatWasSeenBeforeRulesStatesOut() {
    Breach breach = only(judged(
        LACKS_ALL_BUT_GO + "var m : 0..3 = 0\ntable t1 on go\n| row | m || answer | m' |\n"
            + "| A | 0 || ok | 1 |\n| A1 | 1 || refuse E1 | = |\n"
            + "| A2 | >1 || ok | = |\n",
        LACKS_ALL_BUT_GO + "var n : 0..3 = 0\ntable t1 on go\n| row | n || answer | n' |\n"
            + "| B | 0 || ok | {1, 2} |\n| B1 | 1 || ok | = |\n| B2 | >1 || ok | 1 |\n",
        "default"));
    assertThat(trace(breach)).isEqualTo("go, go");
    assertThat(allowed(breach)).containsExactly("B1 ok");
  }

  // --- Outputs ---

  @Test
  void anotherOutputFails() {
    Breach breach = only(look("| A | - || ok | y | = |\n", "| B | - || ok | x | = |\n"));
    assertThat(breach.kind()).isEqualTo(Kind.OUTPUT);
    assertThat(breach.answered().orElseThrow().spelled()).isEqualTo("ok, sees=y");
    assertThat(allowed(breach)).containsExactly("B ok, sees=x");
  }

  @Test
  void whatMatchesAnyAllowsEveryOutputOfTheContract() {
    for (String given : List.of("x", "w", "any", "-")) {
      String row = "| A | - || ok | " + given + " | = |\n";
      assertThat(look(row, "| B | - || ok | w | = |\n").holds()).as(given).isTrue();
      assertThat(look(row, "| B | - || ok | any | = |\n").holds()).as(given).isTrue();
    }
  }

  @Test
  void whatMatchesAnyIsAllowedByItselfAndByAnyAlone() {
    for (String given : List.of("w", "any")) {
      String row = "| A | - || ok | " + given + " | = |\n";
      assertThat(look(row, "| B | - || ok | x | = |\n").holds()).as(given).isFalse();
      assertThat(look(row, "| B | - || ok | {x, y} | = |\n").holds()).as(given).isFalse();
      assertThat(look(row, "| B | - || ok | - | = |\n").holds()).as(given).isFalse();
    }
  }

  // --- Forbidding, lacking, not happening ---

  @Test
  void nothingIsPromisedWhereTheContractForbids() {
    assertThat(go("| A | - || refuse E1 | = |\n", "| B | - || forbid | - |\n").holds())
        .isTrue();
  }

  @Test
  void nothingIsPromisedWhereOneStateOfTheContractForbids() {
    assertThat(go(
                "| A | 0 || ok | 1 |\n| A1 | >0 || refuse E1 | = |\n",
                "| B | 0 || ok | {1, 2} |\n| B1 | 1 || ok | = |\n| B2 | 2 || forbid | - |\n")
            .holds())
        .isTrue();
  }

  @Test
  void aPolicyThatForbidsWhatTheContractAnswersFails() {
    Breach breach = only(go("| A | - || forbid | - |\n", "| B | - || ok | = |\n"));
    assertThat(breach.kind()).isEqualTo(Kind.FORBIDDEN);
    assertThat(breach.run().steps()).isEmpty();
    assertThat(trace(breach)).isEqualTo("go");
  }

  @Test
  void nothingIsPromisedOfWhatTheContractLacks() {
    String policy = "lacks back, tick because \"so\" source S\n"
        + "table t1 on go\n| row | s || answer |\n| A | - || refuse E1 |\n"
        + "table t2 on look\n| row | s || answer | sees |\n| L | - || ok | x |\n";
    assertThat(judged(policy, look("| B | - || ok | x | = |\n"), "default").holds())
        .isTrue();
  }

  @Test
  void whatThePolicyLacksIsSkipped() {
    String contract = "lacks back, tick because \"so\" source S\n"
        + "table t1 on go\n| row | s || answer |\n| B | - || refuse E1 |\n"
        + "table t2 on look\n| row | s || answer | sees |\n| L | - || ok | x |\n";
    assertThat(judged(look("| A | - || ok | x | = |\n"), contract, "default").holds())
        .isTrue();
  }

  private static String goAndBack(String go, String back) {
    return "lacks look, tick because \"so\" source S\n"
        + "table t1 on go\n| row | s || answer | s' |\n" + go
        + "table t2 on back\n| row | s || answer | s' |\n" + back;
  }

  @Test
  void aContractThatCannotFollowFails() {
    Breach breach = only(judged(
        goAndBack("| A | - || ok | 1 |\n", "| A1 | - || ok | 0 |\n"),
        goAndBack("| B | - || ok | = |\n", "| B1 | - || ok | 0 |\n"),
        "default"));
    assertThat(breach.kind()).isEqualTo(Kind.BEYOND);
    assertThat(trace(breach)).isEqualTo("go, back");
    assertThat(breach.promise()).isEmpty();
    assertThat(breach.allowed()).isEmpty();
  }

  @Test
  void statesThatCannotFollowDropOut() {
    String contract =
        goAndBack("| B | 0 || ok | {0, 1} |\n| B0 | >0 || ok | = |\n", "| B1 | - || ok | = |\n");
    assertThat(judged(
                goAndBack("| A | - || ok | 1 |\n", "| A1 | - || ok | = |\n"), contract, "default")
            .holds())
        .isTrue();
  }

  @Test
  void whereThePolicysStateDoesNotAllowAnEventItIsNotTried() {
    assertThat(judged(
                goAndBack("| A | - || ok | = |\n", "| A1 | - || refuse E1 | = |\n"),
                goAndBack("| B | - || ok | {0, 1} |\n", "| B1 | - || ok | = |\n"),
                "default")
            .holds())
        .isTrue();
  }

  // --- Who looks ---

  @Test
  void anAnswerThatNobodySeesIsAllowed() {
    String policy = look("| A | - || refuse E1 | - | = |\n");
    String contract = look("| B | - || ok | x | = |\n");
    assertThat(judged(policy, contract, "default").holds()).isFalse();
    assertThat(judged(policy, contract, "host_alone").holds()).isTrue();
  }

  @Test
  void anAnswerThatNobodySeesLeavesAllStatesPossible() {
    String unseen = "lacks back, tick because \"so\" source S\n"
        + "table t2 on look\n| row | s || answer | sees | s' |\n| L | - || ok | x | %s |\n"
        + "table t1 on go\n| row | s || answer |\n| G | 0 || ok |\n| G1 | >0 || refuse E1 |\n";
    String policy = unseen.formatted("1");
    String contract = unseen.formatted("{0, 1}").replace("| ok | x | {", "| ok or E1 | x | {");
    assertThat(judged(policy, contract, "host_alone").holds()).isTrue();
    Breach breach = only(judged(policy, unseen.formatted("0"), "host_alone"));
    assertThat(trace(breach)).isEqualTo("look, go");
  }

  @Test
  void effectsAndStatesCountForWhoSeesThem() {
    String rows = LACKS_ALL_BUT_GO + "table t1 on go\n| row | s || answer | s' | effects |\n";
    String plain = rows + "| A | - || ok | 1 | none |\n";
    String busy = rows + "| A | - || ok | 1 | q |\n";
    String elsewhere = rows + "| A | - || ok | 2 | none |\n";
    assertThat(judged(plain, busy, "default").holds()).isTrue();
    assertThat(only(judged(plain, busy, "inner")).kind()).isEqualTo(Kind.EFFECTS);
    assertThat(judged(plain, elsewhere, "default").holds()).isTrue();
    Breach breach = only(judged(plain, elsewhere, "inner"));
    assertThat(breach.kind()).isEqualTo(Kind.STATE);
    assertThat(breach.answered().orElseThrow().spelled()).isEqualTo("ok; no effects; then s=1");
  }

  // --- Silence ---

  private static String ticking(String tick, String go) {
    return "lacks back, look because \"so\" source S\n"
        + "table t1 on go\n| row | s || answer |\n" + go
        + "table t3 on tick\n| row | s || answer | s' |\n" + tick;
  }

  @Test
  void aSilentEventOfThePolicyIsTakenAlone() {
    String go = "| G | 0 || ok |\n| G1 | >0 || refuse E1 |\n";
    String ticks = ticking("| T | - || ok | 1 |\n", go);
    String rests = ticking("| T | - || ok | = |\n", go);
    Breach breach = only(judged(ticks, rests, "default"));
    assertThat(trace(breach)).isEqualTo("tick, go");
    String lacking = "lacks back, look, tick because \"so\" source S\n"
        + "table t1 on go\n| row | s || answer |\n" + go;
    assertThat(trace(only(judged(ticks, lacking, "default")))).isEqualTo("tick, go");
  }

  @Test
  void theContractMayHaveTakenItsSilentEvents() {
    String policy = "lacks back, look, tick because \"so\" source S\n"
        + "table t1 on go\n| row | s || answer |\n| G | - || refuse E1 |\n";
    String contract =
        ticking("| T | - || ok | 1 |\n", "| G | 0 || ok |\n| G1 | >0 || refuse E1 |\n");
    assertThat(judged(policy, contract, "default").holds()).isTrue();
    assertThat(judged(policy.replace("E1", "E2"), contract, "default").holds()).isFalse();
  }

  // --- Flags, chances, choices ---

  private static String by(String column, String no, String yes) {
    return LACKS_ALL_BUT_GO + "table t1 on go\n| row | " + column + " || answer |\n"
        + "| R1 | no || " + no + " |\n| R2 | yes || " + yes + " |\n";
  }

  @Test
  void aChanceThatBothKnowHasOneValue() {
    String policy = by("sc", "ok", "refuse E1");
    assertThat(judged(policy, by("sc", "ok", "refuse E1"), "default").holds()).isTrue();
    Breach breach = only(judged(policy, by("sc", "refuse E1", "ok"), "default"));
    assertThat(trace(breach)).isEqualTo("go");
    assertThat(judged(go("| A | - || ok | = |\n"), policy, "default").holds()).isFalse();
  }

  @Test
  void privateChancesOfTheContractAreItsChoice() {
    String contract = "chance cc : no | yes = no\n" + by("cc", "ok", "refuse E1");
    assertThat(judged(go("| A | - || ok | = |\n"), contract, "default").holds()).isTrue();
    assertThat(judged(go("| A | - || refuse E1 | = |\n"), contract, "default").holds())
        .isTrue();
    assertThat(judged(go("| A | - || refuse E2 | = |\n"), contract, "default").holds())
        .isFalse();
  }

  @Test
  void privateChancesOfThePolicyMustAllBeAllowed() {
    String policy = "chance pc : no | yes = no\n" + by("pc", "ok", "refuse E1");
    assertThat(judged(policy, go("| B | - || ok or E1 | = |\n"), "default").holds())
        .isTrue();
    assertThat(judged(policy, go("| B | - || ok | = |\n"), "default").holds()).isFalse();
  }

  /** A private flag is chosen once: what was seen of it holds on. */
  @Test
  void privateFlagsOfTheContractAreItsChoice() {
    String contract = "flag cf : no | yes\n" + by("cf", "ok", "refuse E1");
    assertThat(judged(go("| A | - || ok | = |\n"), contract, "default").holds()).isTrue();
    assertThat(judged(go("| A | - || refuse E1 | = |\n"), contract, "default").holds())
        .isTrue();
    Breach breach = only(
        judged(go("| A | 0 || ok | 1 |\n| A1 | >0 || refuse E1 | = |\n"), contract, "default"));
    assertThat(trace(breach)).isEqualTo("go, go");
  }

  @Test
  void flagsThatBothHaveAreTheSame() {
    assertThat(judged(by("sf", "ok", "refuse E1"), by("sf", "ok", "refuse E1"), "default")
            .holds())
        .isTrue();
    assertThat(judged(by("sf", "ok", "refuse E1"), by("sf", "refuse E1", "ok"), "default")
            .holds())
        .isFalse();
  }

  @Test
  void eachFlagValueOfThePolicyTheContractMustAllow() {
    String ok = go("| A | - || ok | = |\n");
    String yes = "flag sf = yes because \"so\"\n";
    assertThat(judged(yes + ok, ok, "default").holds()).isTrue();
    Breach breach = only(judged(ok, yes + ok, "default"));
    assertThat(breach.kind()).isEqualTo(Kind.FLAG);
    assertThat(breach.flags()).containsExactly(Map.entry("sf", "no"));
  }

  @Test
  void variantsPairLikeWithLike() {
    String open = "trait t = no / yes\n" + by("t", "ok", "refuse E1");
    Refined refined = judged(open, open, "default");
    assertThat(refined.holds()).isTrue();
    assertThat(refined.pairs()).isEqualTo(2);
    String other = "trait t = no / yes\n" + by("t", "ok", "ok");
    Breach breach = only(judged(open, other, "default"));
    assertThat(breach.variant().name()).isEqualTo("v.p[t=yes]");
    assertThat(breach.against().name()).isEqualTo("v.c[t=yes]");
    assertThat(judged("v.p[t=no]", "v.c", open, other, "default").holds()).isTrue();
    assertThat(judged("v.p[t=no]", "v.c[t=yes]", open, open, "default").holds()).isFalse();
  }

  @Test
  void aContractThatLeavesMoreOpenIsHeldInEachOfItsVariants() {
    String contract = "trait t = no / yes\n" + by("t", "ok or E1", "ok");
    assertThat(judged(go("| A | - || ok | = |\n"), contract, "default").holds()).isTrue();
    Breach breach = only(judged(go("| A | - || refuse E1 | = |\n"), contract, "default"));
    assertThat(breach.against().name()).isEqualTo("v.c[t=yes]");
  }
}
