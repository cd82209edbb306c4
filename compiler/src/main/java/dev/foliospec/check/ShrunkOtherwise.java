package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Inherited rows with {@code otherwise} to which an heir's rows leave less.
 *
 * <p>{@code otherwise} is what the other rows leave, so a row added in an heir takes from it without
 * a word. Reports {@link Rule#SHRUNK_OTHERWISE} with the rows that take.
 */
final class ShrunkOtherwise implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      for (Table table : policy.bodies()) {
        for (Transition row : table.rows()) {
          if (row.guard().otherwise() && !row.id().policy().equals(policy.name())) {
            inspect(policy, row, explorations, shared);
          }
        }
      }
    }
    shared.into(found);
  }

  private static void inspect(
      Policy policy, Transition row, Explorations explorations, Shared shared) {
    Set<RowId> taking = new LinkedHashSet<>();
    for (Set<RowId> covering : explorations.uses(policy).covering(row.id())) {
      boolean inherited = covering.isEmpty();
      for (RowId each : covering) {
        inherited |= !later(policy, each, row.id());
      }
      if (!inherited) {
        taking.addAll(covering);
      }
    }
    if (taking.isEmpty()) {
      return;
    }
    String key = row.id() + " " + taking;
    if (!shared.again(key, policy)) {
      RowId first = taking.iterator().next();
      shared.add(
          key,
          policy,
          Diagnostic.of(
                  Rule.SHRUNK_OTHERWISE,
                  policy.row(first).orElseThrow().at(),
                  Wording.rows(taking)
                      + (taking.size() == 1 ? " leaves" : " leave")
                      + " less to row "
                      + row.id().spelled()
                      + ", which is `otherwise`")
              .withRelated(row.at(), "inherited from here"));
    }
  }

  /** Whether a row was declared by a policy nearer than the one that declares the other. */
  private static boolean later(Policy policy, RowId row, RowId other) {
    if (row.policy().equals(other.policy())) {
      return false;
    }
    if (row.policy().equals(policy.name())) {
      return true;
    }
    int near = policy.lineage().indexOf(row.policy());
    int far = policy.lineage().indexOf(other.policy());
    return near >= 0 && near < far;
  }
}
