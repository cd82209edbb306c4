package dev.foliospec.refine;

import dev.foliospec.observe.Side;
import java.util.List;

/**
 * What came of asking whether a policy refines a contract.
 *
 * @param policy the policy
 * @param contract the contract
 * @param observer who looks
 * @param pairs how many pairs of variants were asked
 * @param breaches one for each pair of variants that fails, the shortest first
 */
public record Refined(
    Side policy, Side contract, String observer, int pairs, List<Breach> breaches) {
  /** Copies the list. */
  public Refined {
    breaches = List.copyOf(breaches);
  }

  /** Whether the policy refines the contract, in every variant. */
  public boolean holds() {
    return breaches.isEmpty();
  }
}
