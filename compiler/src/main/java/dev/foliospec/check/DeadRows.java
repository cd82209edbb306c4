package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.RowUse;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each row applies at some reachable point, in the policy that declares it or in some heir.
 *
 * <p>A dead row looks like a rule, and is none. Reports {@link Rule#DEAD_ROW}, and {@link
 * Rule#HIDDEN_ROW} for rows of checks to which the rows before leave nothing. Where a policy could
 * not be explored to the end, or has gaps and the like, its unreached rows may come alive, and only
 * those are reported whose cells contradict each other. A row that asks for another value of a
 * trait than its policy has waits for the trait to be decided otherwise, or for an heir.
 */
final class DeadRows implements Check {
  private record Row(Transition row, Table table) {}

  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Map<RowId, Row> rows = new LinkedHashMap<>();
    Map<RowId, List<Policy>> havers = new LinkedHashMap<>();
    Set<RowId> alive = new LinkedHashSet<>();
    for (Policy policy : set.policies().values()) {
      if (policy.isAbstract()) {
        continue;
      }
      if (policy.sound()) {
        alive.addAll(explorations.applying(policy));
      }
      for (Table table : policy.tables()) {
        for (Transition row : table.rows()) {
          rows.putIfAbsent(row.id(), new Row(row, table));
          havers.computeIfAbsent(row.id(), none -> new ArrayList<>()).add(policy);
        }
      }
    }
    for (Map.Entry<RowId, Row> each : rows.entrySet()) {
      if (!alive.contains(each.getKey())) {
        inspect(
            each.getValue(), havers.getOrDefault(each.getKey(), List.of()), explorations, found);
      }
    }
  }

  /** Whether a row calls a step; that none does is said of the step, not of its rows. */
  private static boolean called(Policy policy, String step) {
    for (Table table : policy.tables()) {
      for (Transition row : table.rows()) {
        for (EffectItem item : row.outcome().effects()) {
          if (item instanceof EffectItem.Call call && call.step().equals(step)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void inspect(
      Row row, List<Policy> havers, Explorations explorations, Diagnostics found) {
    boolean contradictory = true;
    Set<RowId> others = new LinkedHashSet<>();
    for (Policy policy : havers) {
      if (!policy.sound()) {
        return;
      }
      if (row.table().kind() == Table.Kind.STEP && !called(policy, row.table().name())) {
        return;
      }
      RowUse use = explorations.uses(policy).unused(row.row().id());
      if (use.kind() == RowUse.Kind.RULED_OUT) {
        return;
      }
      if (use.kind() != RowUse.Kind.CONTRADICTORY) {
        contradictory = false;
        if (!explorations.of(policy).clean()) {
          return;
        }
        others.addAll(use.others());
      }
    }
    String id = row.row().id().id();
    Diagnostic finding;
    if (contradictory) {
      finding = Diagnostic.of(Rule.DEAD_ROW, row.row().at(), "row " + id + " can never apply")
          .withNote("its conditions contradict each other");
    } else if (others.isEmpty()) {
      finding = Diagnostic.of(Rule.DEAD_ROW, row.row().at(), "row " + id + " never applies")
          .withNote(
              row.table().kind() == Table.Kind.STEP
                  ? "wherever its step is called, its conditions do not hold"
                  : "no state in which its conditions hold can be reached");
    } else if (row.table().kind() == Table.Kind.CHECKS) {
      finding = Diagnostic.of(Rule.HIDDEN_ROW, row.row().at(), "row " + id + " is never asked")
          .withNote(Wording.rows(others) + " before it take all that it would");
    } else {
      finding = Diagnostic.of(Rule.DEAD_ROW, row.row().at(), "row " + id + " never applies")
          .withNote(Wording.rows(others) + " take all that it would");
    }
    if (havers.size() > 1) {
      finding = finding.withNote("in none of the " + havers.size() + " policies that have it");
    }
    found.add(finding.withHelp("delete the row, or correct its conditions"));
  }
}
