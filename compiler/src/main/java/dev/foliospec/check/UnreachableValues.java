package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Values that a variable never takes, of those variables that the policy reads or writes.
 *
 * <p>Other policies of the vocabulary may need them; here perhaps a row forgot to set them. Reports
 * {@link Rule#UNREACHABLE_VALUE} once for each policy.
 */
final class UnreachableValues implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      if (explorations.of(policy).clean()) {
        inspect(policy, explorations.of(policy).dense(), shared);
      }
    }
    shared.into(found);
  }

  private static void inspect(Policy policy, Dense dense, Shared shared) {
    List<Variable> variables = policy.variables();
    boolean[][] taken = new boolean[variables.size()][];
    for (int at = 0; at < taken.length; at++) {
      taken[at] = new boolean[variables.get(at).type().size()];
    }
    for (int state = 0; state < dense.states(); state++) {
      int[] codes = dense.codes(state);
      for (int at = 0; at < codes.length; at++) {
        taken[at][codes[at]] = true;
      }
    }
    Uses uses = new Uses();
    uses.add(policy);
    List<String> never = new ArrayList<>();
    for (int first = 0; first < taken.length; ) {
      Variable variable = variables.get(first);
      int next = first + 1;
      while (next < taken.length && variables.get(next).family().equals(variable.family())) {
        next++;
      }
      boolean used = uses.reads(variable) || uses.writes(variable);
      for (int code = 0; code < taken[first].length && used; code++) {
        boolean met = false;
        for (int at = first; at < next; at++) {
          met |= taken[at][code];
        }
        if (!met) {
          never.add(
              variable.family() + " = " + variable.type().values().get(code).name());
        }
      }
      first = next;
    }
    String key = policy.lineage() + " " + never;
    if (!never.isEmpty() && !shared.again(key, policy)) {
      shared.add(
          key,
          policy,
          Diagnostic.of(
              Rule.UNREACHABLE_VALUE,
              policy.at(),
              "`" + policy.name() + "` never reaches " + Wording.list(never)));
    }
  }
}
