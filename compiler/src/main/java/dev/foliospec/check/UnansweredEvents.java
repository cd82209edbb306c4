package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Fault;
import dev.foliospec.explore.Region;
import dev.foliospec.explore.Regions;
import dev.foliospec.explore.Trouble;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Table;
import dev.foliospec.source.Span;
import java.util.List;

/**
 * Every reachable state answers every event.
 *
 * <p>The host touches an address, the guest asks for a conversion: events arrive whether or not the
 * table foresaw them. A missing row is a hole in the policy, never a default. Reports {@link
 * Rule#UNANSWERED_EVENT} once for each event, with the fewest rows that would fill its holes.
 */
final class UnansweredEvents implements Check {
  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    Shared shared = new Shared();
    for (Policy policy : Explorations.explorable(set)) {
      Dense dense = explorations.of(policy).dense();
      for (Fault fault : explorations.of(policy).faults()) {
        if (fault.trouble() == Trouble.UNCOVERED) {
          inspect(policy, dense, fault, shared);
        }
      }
    }
    shared.into(found);
  }

  private static void inspect(Policy policy, Dense dense, Fault fault, Shared shared) {
    int number = dense.eventOf(fault.input());
    Event event = policy.events().get(number);
    List<Region> gaps = Regions.gaps(dense, number);
    Span at = policy.at();
    String call = dense.input(fault.input()).call();
    boolean any = false;
    for (Table table : policy.bodies()) {
      if (!any && table.on(event)) {
        any = true;
        at = table.at();
      }
    }
    String message;
    if (any) {
      Region holding = holding(dense, fault, gaps);
      message = "no row answers `"
          + call
          + "`"
          + Wording.point(
              policy, dense, fault.state(), fault.input(), holding.values().keySet());
    } else {
      message = "`" + policy.name() + "` has no rows for `" + event.name() + "`";
    }
    String key = message + " " + at + " " + gaps;
    if (shared.again(key, policy)) {
      return;
    }
    Diagnostic finding = Diagnostic.of(Rule.UNANSWERED_EVENT, at, message);
    if (any && !policy.at().equals(at)) {
      finding = finding.withNote("in policy `" + policy.name() + "`");
    }
    finding = finding.withHelp(MissingRows.of(policy, event, gaps));
    shared.add(key, policy, any ? Wording.reached(finding, dense, fault.state()) : finding);
  }

  /** The gap in which the witness lies. */
  private static Region holding(Dense dense, Fault fault, List<Region> gaps) {
    for (Region gap : gaps) {
      if (Regions.holds(dense, fault.state(), fault.input(), gap)) {
        return gap;
      }
    }
    return gaps.get(0);
  }
}
