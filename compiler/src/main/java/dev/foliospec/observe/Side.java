package dev.foliospec.observe;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Policy;
import java.util.List;

/**
 * One of the two policies compared.
 *
 * @param name as it was asked for: a policy's name, perhaps with choices fixed or a revision
 * @param dense its reachable part
 * @param variants the variants that are compared
 */
public record Side(String name, Dense dense, List<Variant> variants) {
  /** Copies the list. */
  public Side {
    variants = List.copyOf(variants);
  }

  /** The policy. */
  public Policy policy() {
    return dense.policy();
  }
}
