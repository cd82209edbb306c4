package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.PolicySet;
import java.util.ArrayList;
import java.util.List;

/** All checks, in the order in which they are made; the findings are put in reading order later. */
public final class Checks {
  private Checks() {}

  /**
   * Checks policies.
   *
   * @return what was explored on the way, for whoever goes on from here
   */
  public static Explorations inspect(PolicySet set, CheckOptions options, Diagnostics found) {
    Explorations explorations = new Explorations(options.mostStates());
    for (Check check : all(options)) {
      check.inspect(set, explorations, found);
    }
    return explorations;
  }

  private static List<Check> all(CheckOptions options) {
    List<Check> checks = new ArrayList<>();
    checks.add(new Bounds());
    checks.add(new UnansweredEvents());
    checks.add(new TwoAnswers());
    checks.add(new StepCoverage());
    checks.add(new CarriedOut());
    checks.add(new ChangingRefusals());
    checks.add(new DeadRows());
    checks.add(new IdlePasses());
    checks.add(new ChecksWithoutRow());
    if (options.strict() || options.notes()) {
      checks.add(new UnreachableCoverage(options.strict()));
    }
    return checks;
  }
}
