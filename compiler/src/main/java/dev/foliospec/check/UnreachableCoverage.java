package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Fault;
import dev.foliospec.explore.Region;
import dev.foliospec.explore.Regions;
import dev.foliospec.explore.Trouble;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Points that no run reaches are answered by one row, too.
 *
 * <p>Nothing is wrong today; once an heir or a flag makes the point reachable, there is a hole or a
 * contradiction. Found by working on regions, not by enumerating. Reports {@link
 * Rule#UNREACHABLE_GAP} and {@link Rule#UNREACHABLE_OVERLAP}, as errors where that is asked for.
 */
final class UnreachableCoverage implements Check {
  private final boolean strict;

  UnreachableCoverage(boolean strict) {
    this.strict = strict;
  }

  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      Exploration exploration = explorations.of(policy);
      if (!exploration.complete()) {
        continue;
      }
      Set<Integer> gaps = new HashSet<>();
      Set<List<RowId>> overlaps = new HashSet<>();
      for (Fault fault : exploration.faults()) {
        if (fault.trouble() == Trouble.UNCOVERED) {
          gaps.add(exploration.dense().eventOf(fault.input()));
        } else if (fault.trouble() == Trouble.OVERLAPPING) {
          overlaps.add(fault.rows());
        }
      }
      for (int event = 0; event < policy.events().size(); event++) {
        if (!gaps.contains(event)) {
          gaps(policy, exploration.dense(), event, shared);
        }
        overlaps(policy, exploration.dense(), event, overlaps, shared);
      }
    }
    shared.into(found);
  }

  private void gaps(Policy policy, Dense dense, int number, Shared shared) {
    List<Region> gaps = Regions.allGaps(dense, number);
    if (gaps.isEmpty()) {
      return;
    }
    Event event = policy.events().get(number);
    for (Table table : policy.bodies()) {
      if (table.on(event)) {
        String key = table.at() + " " + event.name() + " " + gaps;
        if (!shared.again(key, policy)) {
          shared.add(
              key,
              policy,
              weigh(Diagnostic.of(
                      Rule.UNREACHABLE_GAP,
                      table.at(),
                      "no row answers `"
                          + event.name()
                          + "`"
                          + Wording.region(gaps.get(0))
                          + ", which is not reached")
                  .withHelp(MissingRows.of(policy, event, gaps))));
        }
        return;
      }
    }
  }

  private void overlaps(
      Policy policy, Dense dense, int number, Set<List<RowId>> reached, Shared shared) {
    String event = policy.events().get(number).name();
    for (Regions.Overlap overlap : Regions.allOverlaps(dense, number)) {
      if (reached.contains(overlap.rows())) {
        continue;
      }
      String key = overlap.rows() + " " + event;
      if (!shared.again(key, policy)) {
        Transition first = policy.row(overlap.rows().get(0)).orElseThrow();
        Transition second = policy.row(overlap.rows().get(1)).orElseThrow();
        shared.add(
            key,
            policy,
            weigh(Diagnostic.of(
                    Rule.UNREACHABLE_OVERLAP,
                    second.at(),
                    Wording.rows(overlap.rows())
                        + " both answer `"
                        + event
                        + "`"
                        + Wording.region(overlap.region())
                        + ", which is not reached")
                .withRelated(first.at(), "answers there, too")));
      }
    }
  }

  private Diagnostic weigh(Diagnostic finding) {
    return strict ? finding.withSeverity(Severity.ERROR) : finding;
  }
}
