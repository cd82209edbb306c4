package dev.foliospec.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.observe.Side;
import dev.foliospec.specs.Rewritten;
import dev.foliospec.specs.ShippedSpecs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The contract that ships, and the policies that refine it. */
final class ShippedRefinementTest {
  private static final PolicySet SET = Compiler.compile(
          ShippedSpecs.read().edition("v8").files(), CompileOptions.USUAL)
      .policySet();
  private static final Policy CONTRACT = SET.policy("v8.contract").orElseThrow();
  private static final Side PROMISE = RefinementAgainstBruteForceTest.side(CONTRACT);
  private static final Observer DEFAULT =
      CONTRACT.vocabulary().observer("default").orElseThrow();

  private static Policy policy(String name) {
    return SET.policy(name).orElseThrow();
  }

  @Test
  void claimsAreMadeAndHold() {
    List<String> claiming = new ArrayList<>();
    for (Policy each : SET.completePolicies()) {
      if (!each.contracts().isEmpty()) {
        claiming.add(each.name());
        Refined refined =
            Refinement.judge(RefinementAgainstBruteForceTest.side(each), PROMISE, DEFAULT);
        assertThat(refined.holds()).as(each.name()).isTrue();
      }
    }
    assertThat(claiming)
        .containsExactlyInAnyOrder("v8.pkvm", "v8.sev_snp", "v8.sw_protected", "v8.tdx");
  }

  @Test
  void theDefinitionReadPlainlySaysTheSame() {
    for (String name : List.of("v8.sw_protected", "v8.aws")) {
      Refined refined =
          Refinement.judge(RefinementAgainstBruteForceTest.side(policy(name)), PROMISE, DEFAULT);
      Map<String, Integer> expected = new BruteForce(policy(name), CONTRACT, DEFAULT).failures();
      assertThat(RefinementAgainstBruteForceTest.found(refined)).as(name).isEqualTo(expected);
    }
  }

  /**
   * A row that answers what no caller was told shows, unless it is about an event that the contract
   * lacks, or about memory of which it promises nothing: prefaulting, the guest's private memory.
   */
  @Test
  void wrongRowsAreCaught() {
    Policy policy = policy("v8.sw_protected");
    Set<String> unnoticed = new TreeSet<>();
    int noticed = 0;
    for (Table table : policy.tables()) {
      for (Transition row : table.rows()) {
        if (table.kind() == Table.Kind.STEP
            || row.outcome().answer() == Outcome.Answer.PASS
            || row.outcome().answer() == Outcome.Answer.FORBID) {
          continue;
        }
        Policy wrong = with(policy, row);
        boolean holds = Refinement.judge(
                RefinementAgainstBruteForceTest.side(wrong), PROMISE, DEFAULT)
            .holds();
        noticed += holds ? 0 : 1;
        if (holds) {
          unnoticed.add(row.id().id());
        }
      }
    }
    assertThat(noticed).isEqualTo(37);
    assertThat(unnoticed)
        .as("about no launch and no end, failed memory, calls and accesses beside the contract")
        .containsExactly(
            "AW6", "B17", "GX1", "GX2", "HX1", "KA1", "KA2", "PF1", "PF2", "PX1", "PX2", "PX3",
            "PX4", "PX5", "PX6", "RQ1");
  }

  /** The same policy, one row answering an error that nobody speaks of. */
  private static Policy with(Policy policy, Transition row) {
    ErrorAnswer oops = policy.errors().stream()
        .filter(each -> each.name().equals("oops"))
        .findFirst()
        .orElseThrow();
    Outcome outcome = new Outcome(
        Outcome.Answer.REFUSE, List.of(oops), List.of(), List.of(), List.of(), List.of());
    Transition wrong = new Transition(
        row.id(),
        row.events(),
        row.guard(),
        row.splitBy(),
        row.alternativeTo(),
        outcome,
        row.replaced(),
        row.split(),
        row.grounds(),
        row.cells(),
        row.doc(),
        row.at());
    return Rewritten.policy(policy, each -> each.id().equals(row.id()) ? wrong : each);
  }

  /** Refining is reflexive, also for who sees little, and the way back shows how much is left open. */
  @Test
  void theContractRefinesItselfAndNotThePolicies() {
    for (Observer observer : CONTRACT.vocabulary().observers()) {
      assertThat(Refinement.judge(PROMISE, PROMISE, observer).holds())
          .as(observer.name())
          .isTrue();
    }
    Side policy = RefinementAgainstBruteForceTest.side(policy("v8.sw_protected"));
    assertThat(Refinement.judge(PROMISE, policy, DEFAULT).holds()).isFalse();
  }
}
