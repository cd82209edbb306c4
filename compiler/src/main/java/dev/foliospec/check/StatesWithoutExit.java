package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * States, and groups of states, that runs never leave.
 *
 * <p>For a dead VM that is right; elsewhere a row is missing. Reports {@link Rule#NO_EXIT} for states
 * that no event changes, and {@link Rule#CLOSED_GROUP} for groups of several within which events
 * only lead round, smaller than the rest; each once for every condition that describes some of them,
 * with the shortest way there.
 */
final class StatesWithoutExit implements Check {
  private final boolean states;
  private final boolean groups;

  /**
   * A check.
   *
   * @param states whether states that no event changes are reported
   * @param groups whether groups of several are
   */
  StatesWithoutExit(boolean states, boolean groups) {
    this.states = states;
    this.groups = groups;
  }

  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    for (Policy policy : Explorations.reachable(set)) {
      if (!explorations.of(policy).clean()) {
        continue;
      }
      Dense dense = explorations.of(policy).dense();
      Ends ends = new Ends(dense);
      if (states) {
        for (Descriptions.Described each : described(dense, ends.stuck())) {
          found.add(noExit(policy, dense, each));
        }
      }
      if (groups) {
        for (Descriptions.Described each : described(dense, ends.closed())) {
          found.add(closed(policy, dense, ends, each));
        }
      }
    }
  }

  private static List<Descriptions.Described> described(Dense dense, boolean[] wanted) {
    for (boolean each : wanted) {
      if (each) {
        return new Descriptions(dense).of(wanted);
      }
    }
    return List.of();
  }

  private static Diagnostic noExit(Policy policy, Dense dense, Descriptions.Described described) {
    String message = " cannot leave " + (described.one() ? "" : "any of ") + described.which();
    return reached(Rule.NO_EXIT, policy, dense, described, message);
  }

  private static Diagnostic closed(
      Policy policy, Dense dense, Ends ends, Descriptions.Described described) {
    Set<Integer> within = new HashSet<>();
    for (int state : described.states()) {
      within.add(ends.group(state));
    }
    String message = " never leaves " + described.which();
    Diagnostic finding = reached(Rule.CLOSED_GROUP, policy, dense, described, message);
    if (within.size() > 1) {
      finding = finding.withNote("in " + within.size() + " groups that lead nowhere else");
    }
    List<String> moving = moving(policy, dense, ends, described.states());
    return moving.isEmpty()
        ? finding
        : finding.withNote("what still changes there: " + Wording.list(moving));
  }

  /** The variables that events in these groups still change. */
  private static List<String> moving(Policy policy, Dense dense, Ends ends, int[] states) {
    List<String> moving = new ArrayList<>();
    int[] first = new int[dense.states()];
    for (int at = 0; at < policy.variables().size(); at++) {
      Variable variable = policy.variables().get(at);
      char[] column = dense.column(at);
      boolean moves = false;
      Arrays.fill(first, -1);
      for (int state : states) {
        int group = ends.group(state);
        moves |= first[group] >= 0 && first[group] != column[state];
        first[group] = column[state];
      }
      if (moves) {
        moving.add(variable.name());
      }
    }
    return moving;
  }

  private static Diagnostic reached(
      Rule rule, Policy policy, Dense dense, Descriptions.Described described, String message) {
    return Wording.reached(
        Diagnostic.of(rule, policy.at(), "`" + policy.name() + "`" + message),
        dense,
        described.states()[0]);
  }
}
