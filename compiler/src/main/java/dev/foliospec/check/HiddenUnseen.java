package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Type;
import dev.foliospec.model.Variable;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.List;

/**
 * Hidden variables without observable effect.
 *
 * <p>A hidden variable is there for what somebody sees later. Where all states that differ in it
 * alone answer alike for ever, it is there for nothing, however often rows read it. Reports {@link
 * Rule#HIDDEN_UNSEEN} once for each policy and variable. Of a system, a variable of its pages is asked
 * about on all pages at once, and page by page where these can be told apart.
 */
final class HiddenUnseen implements Check {
  private final String observer;

  /** A check for an observer of each vocabulary that has one of this name. */
  HiddenUnseen(String observer) {
    this.observer = observer;
  }

  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    for (Policy policy : Explorations.reachable(set)) {
      if (explorations.of(policy).clean()) {
        for (Observer each : policy.vocabulary().observers()) {
          if (each.name().equals(observer)) {
            inspect(set, policy, explorations.of(policy).dense(), each, found);
          }
        }
      }
    }
  }

  private static void inspect(
      PolicySet set, Policy policy, Dense dense, Observer observer, Diagnostics found) {
    List<Variable> variables = policy.variables();
    int[] classes = null;
    boolean[] reported = new boolean[variables.size()];
    for (int at = 0; at < variables.size(); at++) {
      Variable variable = variables.get(at);
      if (!variable.hidden() || reported[at]) {
        continue;
      }
      classes = classes == null ? Classes.of(dense, observer) : classes;
      boolean[] ofPages = ofPages(policy, variable);
      if (ofPages.length > 0 && unseen(dense.alike(ofPages), classes)) {
        for (int other = at; other < reported.length; other++) {
          reported[other] |= ofPages[other];
        }
        report(policy, variable, true, reading(set, policy, ofPages), observer, found);
        continue;
      }
      boolean[] itself = new boolean[variables.size()];
      itself[at] = true;
      if (unseen(dense.alike(itself), classes)) {
        report(policy, variable, false, reading(set, policy, itself), observer, found);
      }
    }
  }

  /** Of a system's variable that each page has: which variables it is on all pages; else nothing. */
  private static boolean[] ofPages(Policy policy, Variable variable) {
    Type index = policy.lifting().map(Lifting::index).orElse(null);
    if (index == null || !over(index, variable)) {
      return new boolean[0];
    }
    boolean[] ofPages = new boolean[policy.variables().size()];
    for (int at = 0; at < ofPages.length; at++) {
      Variable other = policy.variables().get(at);
      ofPages[at] = other.family().equals(variable.family()) && over(index, other);
    }
    return ofPages;
  }

  private static boolean over(Type index, Variable variable) {
    return variable.member().isPresent() && variable.member().get().over().equals(index);
  }

  /** Whether some states differ in the variable alone, and none of these are ever told apart. */
  private static boolean unseen(int[] alike, int[] classes) {
    boolean differs = false;
    for (int state = 0; state < alike.length; state++) {
      differs |= alike[state] != state;
      if (classes[alike[state]] != classes[state]) {
        return false;
      }
    }
    return differs;
  }

  private static void report(
      Policy policy,
      Variable variable,
      boolean onAllPages,
      List<String> reading,
      Observer observer,
      Diagnostics found) {
    String where = onAllPages
        ? variable.family() + "` is on the pages of `" + policy.name()
        : variable.name() + "` is in `" + policy.name();
    Diagnostic finding = Diagnostic.of(
            Rule.HIDDEN_UNSEEN,
            policy.at(),
            "whatever hidden `" + where + "`, nobody can ever tell")
        .withRelated(variable.at(), "declared here")
        .withNote(
            observer.name().equals("default")
                ? "states that differ in it alone give the same answers and outputs for ever"
                : "states that differ in it alone look the same to `" + observer.name()
                    + "` for ever");
    found.add(
        reading.isEmpty()
            ? finding
            : finding.withNote("only properties depend on it: " + Wording.list(reading)));
  }

  /** The properties about a policy that read some of its variables. */
  private static List<String> reading(PolicySet set, Policy policy, boolean[] variables) {
    List<String> reading = new ArrayList<>();
    for (Property property : set.properties()) {
      boolean about = false;
      for (Property.Subject subject : property.about()) {
        about |= subject.policy().equals(policy.name());
      }
      boolean reads = false;
      for (Slot slot : Reads.of(property.claim())) {
        for (int at = 0; at < variables.length; at++) {
          reads |=
              variables[at] && slot.name().equals(policy.variables().get(at).name());
        }
      }
      if (about && reads) {
        reading.add(property.name());
      }
    }
    return reading;
  }
}
