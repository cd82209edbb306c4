package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Fault;
import dev.foliospec.explore.Region;
import dev.foliospec.explore.Regions;
import dev.foliospec.explore.Trouble;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a row calls a step, one row of the step applies.
 *
 * <p>A step is a part of the row that calls it: a hole or an overlap in it is one in the row. Reports
 * {@link Rule#STEP_GAP} once for each step and {@link Rule#STEP_OVERLAP} once for each set of rows.
 */
final class StepCoverage implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      Dense dense = explorations.of(policy).dense();
      List<String> gapsSeen = new ArrayList<>();
      for (Fault fault : explorations.of(policy).faults()) {
        if (fault.trouble() == Trouble.STEP_GAP && !gapsSeen.contains(fault.subject())) {
          gapsSeen.add(fault.subject());
          gap(policy, dense, fault, shared);
        } else if (fault.trouble() == Trouble.STEP_OVERLAP) {
          overlap(policy, dense, fault, shared);
        }
      }
    }
    shared.into(found);
  }

  private static void gap(Policy policy, Dense dense, Fault fault, Shared shared) {
    Table step = policy.step(fault.subject()).orElseThrow();
    List<Region> gaps = Regions.stepGaps(dense, step.name());
    Region holding = gaps.get(0);
    for (Region gap : gaps) {
      if (Regions.holds(dense, fault.state(), fault.input(), gap)) {
        holding = gap;
        break;
      }
    }
    Transition caller = policy.row(fault.rows().get(0)).orElseThrow();
    String message = "no row of step `"
        + step.name()
        + "` applies where row "
        + caller.id().id()
        + " calls it"
        + Wording.point(
            policy, dense, fault.state(), fault.input(), holding.values().keySet());
    String key = message + " " + step.at() + " " + gaps;
    if (!shared.again(key, policy)) {
      Diagnostic finding = Diagnostic.of(Rule.STEP_GAP, step.at(), message)
          .withRelated(caller.at("effects"), "called from here")
          .withNote("by `" + dense.input(fault.input()).call() + "`")
          .withHelp(MissingRows.of(step, gaps));
      shared.add(key, policy, Wording.reached(finding, dense, fault.state()));
    }
  }

  private static void overlap(Policy policy, Dense dense, Fault fault, Shared shared) {
    List<RowId> ids = fault.rows().subList(1, fault.rows().size());
    List<Transition> rows = new ArrayList<>();
    for (RowId id : ids) {
      rows.add(policy.row(id).orElseThrow());
    }
    String key = fault.subject() + " " + ids;
    if (shared.again(key, policy)) {
      return;
    }
    Transition caller = policy.row(fault.rows().get(0)).orElseThrow();
    Transition last = rows.get(rows.size() - 1);
    Diagnostic finding = Diagnostic.of(
            Rule.STEP_OVERLAP,
            last.at(),
            Wording.rows(ids)
                + " of step `"
                + fault.subject()
                + "` both apply where row "
                + caller.id().id()
                + " calls it"
                + Wording.point(policy, dense, fault.state(), fault.input(), Wording.asked(rows)))
        .withLabel("applies too")
        .withRelated(rows.get(0).at(), "applies")
        .withRelated(caller.at("effects"), "called from here")
        .withNote("rows of a step have no order, so neither of the two wins");
    shared.add(key, policy, Wording.reached(finding, dense, fault.state()));
  }
}
