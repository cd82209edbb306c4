package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Slot;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * States that no event changes.
 *
 * <p>For a dead VM that is right; elsewhere a row is missing. Reports {@link Rule#NO_EXIT} once for
 * each policy, with the state that is reached first.
 */
final class StatesWithoutExit implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    for (Policy policy : Explorations.explorable(set)) {
      if (!explorations.of(policy).clean()) {
        continue;
      }
      Dense dense = explorations.of(policy).dense();
      int first = -1;
      int count = 0;
      for (int state = 0; state < dense.states(); state++) {
        if (!leaves(dense, state)) {
          first = first < 0 ? state : first;
          count++;
        }
      }
      if (count > 0) {
        report(policy, dense, first, count, found);
      }
    }
  }

  private static boolean leaves(Dense dense, int state) {
    for (int input = 0; input < dense.inputs(); input++) {
      for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
        if (dense.target(edge) != state) {
          return true;
        }
      }
    }
    return false;
  }

  private static void report(Policy policy, Dense dense, int state, int count, Diagnostics found) {
    List<Slot> visible = new ArrayList<>(policy.variables());
    Span at = policy.at();
    String where = Wording.point(policy, dense, state, -1, visible);
    found.add(Wording.reached(
        Diagnostic.of(
            Rule.NO_EXIT,
            at,
            "`"
                + policy.name()
                + "` cannot leave "
                + (count == 1 ? "the state" : "any of " + count + " states, such as the one")
                + where.replaceFirst(" when ", " in which ")),
        dense,
        state));
  }
}
