package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Fault;
import dev.foliospec.explore.Trouble;
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
 * A row that splits others takes points from each of them, and from no other row.
 *
 * <p>Both are judged at reachable points. Reports {@link Rule#SPLIT_TAKES_NOTHING} where no policy
 * that has the row takes anything from a row that it names, and {@link Rule#SPLIT_TAKES_OTHERS} with
 * the first point that another row answered.
 */
final class SplitRows implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    Map<String, Transition> idle = new LinkedHashMap<>();
    Set<String> taking = new LinkedHashSet<>();
    for (Policy policy : set.policies().values()) {
      if (policy.isAbstract()) {
        continue;
      }
      for (List<Table> tables : List.of(policy.checks(), policy.bodies())) {
        for (Table table : tables) {
          for (Transition row : table.rows()) {
            if (!row.split().isEmpty()) {
              inspect(policy, row, explorations, shared, idle, taking);
            }
          }
        }
      }
    }
    for (Map.Entry<String, Transition> each : idle.entrySet()) {
      if (!taking.contains(each.getKey())) {
        String named = each.getKey().substring(each.getKey().lastIndexOf(' ') + 1);
        Transition row = each.getValue();
        shared.add(
            "idle " + each.getKey(),
            set.policies().values().iterator().next(),
            Diagnostic.of(
                    Rule.SPLIT_TAKES_NOTHING,
                    row.at("splits"),
                    "row " + row.id().id() + " takes no reachable point from row " + named)
                .withHelp("take " + named + " out of `splits`, or widen the row's cells"));
      }
    }
    shared.into(found);
  }

  private static void inspect(
      Policy policy,
      Transition row,
      Explorations explorations,
      Shared shared,
      Map<String, Transition> idle,
      Set<String> taking) {
    if (!policy.sound()) {
      for (RowId named : row.split()) {
        taking.add(row.id().spelled() + " " + named.id());
      }
      return;
    }
    Exploration exploration = explorations.of(policy);
    Map<RowId, int[]> taken = explorations.uses(policy).taken(row.id());
    boolean applies = explorations.applying(policy).contains(row.id());
    for (RowId named : row.split()) {
      String key = row.id().spelled() + " " + named.id();
      if (taken.containsKey(named) || policy.row(named).isEmpty() || !exploration.clean()) {
        taking.add(key);
      } else if (applies) {
        idle.put(key, row);
      }
    }
    for (Map.Entry<RowId, int[]> each : taken.entrySet()) {
      if (!row.split().contains(each.getKey())) {
        others(policy, exploration.dense(), row, each.getKey(), each.getValue(), shared);
      }
    }
    for (Fault fault : exploration.faults()) {
      if (fault.trouble() == Trouble.OVERLAPPING && fault.rows().contains(row.id())) {
        for (RowId other : fault.rows()) {
          if (!other.equals(row.id()) && !row.split().contains(other)) {
            int[] point = {fault.state(), fault.input()};
            others(policy, exploration.dense(), row, other, point, shared);
          }
        }
      }
    }
  }

  private static void others(
      Policy policy, Dense dense, Transition row, RowId id, int[] point, Shared shared) {
    String key = "others " + row.id().spelled() + " " + id.spelled();
    if (shared.again(key, policy)) {
      return;
    }
    Transition other = policy.row(id).orElseThrow();
    List<Transition> both = new ArrayList<>(List.of(row, other));
    Diagnostic finding = Diagnostic.of(
            Rule.SPLIT_TAKES_OTHERS,
            row.at("splits"),
            "row "
                + row.id().id()
                + " answers `"
                + dense.input(point[1]).call()
                + "`"
                + Wording.point(policy, dense, point[0], point[1], Wording.asked(both))
                + ", which row "
                + id.id()
                + " answered")
        .withLabel("does not name " + id.id())
        .withRelated(other.at(), "answered there")
        .withHelp("narrow the row's cells, or name " + id.id() + " in `splits`");
    shared.add(key, policy, Wording.reached(finding, dense, point[0]));
  }
}
