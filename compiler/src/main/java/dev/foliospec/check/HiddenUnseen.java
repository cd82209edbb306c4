package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Variable;
import dev.foliospec.resolve.Reads;
import java.util.ArrayList;
import java.util.List;

/**
 * Hidden variables without observable effect.
 *
 * <p>A hidden variable is there for what somebody sees later. Where all states that differ in it
 * alone answer alike for ever, it is there for nothing, however often rows read it. Reports {@link
 * Rule#HIDDEN_UNSEEN} once for each policy and variable.
 */
final class HiddenUnseen implements Check {
  private final String observer;

  /** A check for an observer of each vocabulary that has one of this name. */
  HiddenUnseen(String observer) {
    this.observer = observer;
  }

  @Override
  public void inspect(PolicySet set, Explorations explorations, Diagnostics found) {
    for (Policy policy : Explorations.explorable(set)) {
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
    for (int at = 0; at < variables.size(); at++) {
      if (!variables.get(at).hidden()) {
        continue;
      }
      boolean[] ignored = new boolean[variables.size()];
      ignored[at] = true;
      int[] alike = dense.alike(ignored);
      classes = classes == null ? Classes.of(dense, observer) : classes;
      if (unseen(alike, classes)) {
        report(set, policy, variables.get(at), observer, found);
      }
    }
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
      PolicySet set, Policy policy, Variable variable, Observer observer, Diagnostics found) {
    Diagnostic finding = Diagnostic.of(
            Rule.HIDDEN_UNSEEN,
            policy.at(),
            "whatever hidden `" + variable.name() + "` is in `" + policy.name()
                + "`, nobody can ever tell")
        .withRelated(variable.at(), "declared here")
        .withNote(
            observer.name().equals("default")
                ? "states that differ in it alone give the same answers and outputs for ever"
                : "states that differ in it alone look the same to `" + observer.name()
                    + "` for ever");
    List<String> reading = reading(set, policy, variable);
    found.add(
        reading.isEmpty()
            ? finding
            : finding.withNote("only properties depend on it: " + Wording.list(reading)));
  }

  private static List<String> reading(PolicySet set, Policy policy, Variable variable) {
    List<String> reading = new ArrayList<>();
    for (Property property : set.properties()) {
      boolean about = false;
      for (Property.Subject subject : property.about()) {
        about |= subject.policy().equals(policy.name());
      }
      boolean reads = false;
      for (Slot slot : Reads.of(property.claim())) {
        reads |= slot.name().equals(variable.name());
      }
      if (about && reads) {
        reading.add(property.name());
      }
    }
    return reading;
  }
}
