package dev.foliospec.refine;

import dev.foliospec.observe.Cut;
import dev.foliospec.observe.Side;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking whether a policy refines a contract.
 *
 * @param policy the policy
 * @param contract the contract
 * @param observer who looks
 * @param pairs how many pairs of variants were asked
 * @param breaches one for each pair of variants that fails, the shortest first
 * @param cut where a bound ended it, if one did: longer traces may fail
 */
public record Refined(
    Side policy,
    Side contract,
    String observer,
    int pairs,
    List<Breach> breaches,
    Optional<Cut> cut) {
  /** Copies the list. */
  public Refined {
    breaches = List.copyOf(breaches);
  }

  /** Whether the policy refines the contract, in every variant. */
  public boolean holds() {
    return breaches.isEmpty() && cut.isEmpty();
  }

  /** Whether some trace shows that it does not. */
  public boolean broken() {
    return !breaches.isEmpty();
  }
}
