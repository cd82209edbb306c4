package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Fault;
import dev.foliospec.explore.RowUses;
import dev.foliospec.explore.Trouble;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.List;

/**
 * No reachable point is answered by two rows of the bodies.
 *
 * <p>Rows of a body have no order, so neither would win. Reports {@link Rule#TWO_ANSWERS} once for
 * each pair of rows, with the cells that overlap and, where one cell could keep them apart, the edit.
 * Where one of the two splits others, {@link SplitRows} says more.
 */
final class TwoAnswers implements Check {
  private static final int CROWD = 8;
  private static final int MOST_TOLD = 50;

  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      Dense dense = explorations.of(policy).dense();
      for (Fault fault : explorations.of(policy).faults()) {
        if (fault.trouble() == Trouble.OVERLAPPING) {
          inspect(policy, explorations.uses(policy), dense, fault, shared);
        }
      }
    }
    shared.into(found);
  }

  private static void inspect(
      Policy policy, RowUses uses, Dense dense, Fault fault, Shared shared) {
    List<Transition> rows = new ArrayList<>();
    for (RowId id : fault.rows().subList(0, Math.min(fault.rows().size(), MOST_TOLD))) {
      rows.add(policy.row(id).orElseThrow());
    }
    // Of a crowd, each row is told of once, beside the first of them.
    int tellers = rows.size() > CROWD ? 1 : rows.size();
    int told = Math.min(rows.size(), MOST_TOLD);
    for (int one = 0; one < tellers; one++) {
      for (int other = one + 1; other < told; other++) {
        Transition first = rows.get(one);
        Transition second = rows.get(other);
        String key = first.id().spelled() + " " + second.id().spelled();
        if (shared.again(key, policy)
            || !first.split().isEmpty()
            || !second.split().isEmpty()) {
          continue;
        }
        String message = Wording.rows(List.of(first.id(), second.id()))
            + " both answer `"
            + dense.input(fault.input()).call()
            + "`"
            + Wording.point(
                policy, dense, fault.state(), fault.input(), Wording.asked(List.of(first, second)));
        Diagnostic finding = Overlaps.describe(
                Rule.TWO_ANSWERS, message, policy, uses, first, second)
            .withNote("rows have no order, so neither of the two wins");
        shared.add(key, policy, Wording.reached(finding, dense, fault.state()));
      }
    }
  }
}
