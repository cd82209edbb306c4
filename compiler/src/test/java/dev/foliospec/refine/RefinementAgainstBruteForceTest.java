package dev.foliospec.refine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.explore.Dense;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.observe.Side;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is found over sets of numbers, and what the definition says read plainly, agree. */
final class RefinementAgainstBruteForceTest {
  private static final int SEEDS = 150;

  @Test
  void agreeOnRandomPolicies() {
    int holding = 0;
    int failing = 0;
    int late = 0;
    for (long seed = 0; seed < SEEDS; seed++) {
      RandomContracts random = new RandomContracts(seed);
      PolicySet made = random.made();
      Policy policy = RandomContracts.of(made, "v.p");
      Policy contract = RandomContracts.of(made, "v.c");
      for (Observer observer : policy.vocabulary().observers()) {
        Refined refined = Refinement.judge(side(policy), side(contract), observer);
        Map<String, Integer> found = found(refined);
        Map<String, Integer> expected = new BruteForce(policy, contract, observer).failures();
        String what = "seed " + seed + " as " + observer.name() + " sees it";
        if (random.silent()) {
          assertThat(found.keySet()).as(what).isEqualTo(expected.keySet());
        } else {
          assertThat(found).as(what).isEqualTo(expected);
        }
        holding += expected.isEmpty() ? 1 : 0;
        failing += expected.isEmpty() ? 0 : 1;
        late += expected.values().stream().anyMatch(each -> each > 2) ? 1 : 0;
      }
    }
    assertThat(holding).isGreaterThan(SEEDS / 2);
    assertThat(failing).isGreaterThan(SEEDS / 2);
    assertThat(late).isGreaterThan(SEEDS / 10);
  }

  /** A definition with one thing read wrongly is told from the right one by some of the cases. */
  @Test
  void everySlipShows() {
    Set<BruteForce.Slip> open = EnumSet.allOf(BruteForce.Slip.class);
    for (long seed = 0; seed < 2 * SEEDS && !open.isEmpty(); seed++) {
      PolicySet made = new RandomContracts(seed).made();
      Policy policy = RandomContracts.of(made, "v.p");
      Policy contract = RandomContracts.of(made, "v.c");
      for (Observer observer : policy.vocabulary().observers()) {
        Set<String> right =
            found(Refinement.judge(side(policy), side(contract), observer)).keySet();
        for (BruteForce.Slip slip : List.copyOf(open)) {
          Set<String> wrong =
              new BruteForce(policy, contract, observer, slip).failures().keySet();
          if (!wrong.equals(right)) {
            open.remove(slip);
          }
        }
      }
    }
    assertThat(open).isEmpty();
  }

  static Map<String, Integer> found(Refined refined) {
    Map<String, Integer> found = new TreeMap<>();
    for (Breach breach : refined.breaches()) {
      found.put(
          breach.variant().name() + " " + breach.against().name(),
          breach.trace().size());
    }
    return found;
  }

  static Side side(Policy policy) {
    Dense dense = Dense.of(policy);
    return new Side(policy.name(), dense, dense.variants());
  }
}
