package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.PolicySet;
import dev.foliospec.syntax.PolicySetSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All checks, in the order in which they are made; the findings are put in reading order later. */
public final class Checks {
  private Checks() {}

  /**
   * Checks policies.
   *
   * @param written where they were read from, for what properties name
   * @param set the policies
   * @param options what is asked for
   * @param found gets the findings, and says what could not be read
   * @return what was explored on the way, for whoever goes on from here
   */
  public static Explorations inspect(
      PolicySetSyntax written, PolicySet set, CheckOptions options, Diagnostics found) {
    Explorations explorations = new Explorations(options.mostStates());
    for (Check check : all(options, Claims.words(written))) {
      check.inspect(set, explorations, found);
    }
    return explorations;
  }

  /**
   * Judges the properties of policies.
   *
   * @param explorations what was explored before
   * @return each property with what became of it, in order
   */
  public static List<Judged> judge(
      PolicySet set, Explorations explorations, CheckOptions options, Diagnostics found) {
    return new Properties(options.notes(), options.mostStates(), set, explorations, found).judge();
  }

  private static List<Check> all(CheckOptions options, Set<String> claimed) {
    List<Check> checks = new ArrayList<>();
    checks.add(new EmptyTables());
    checks.add(new Bounds());
    checks.add(new UnansweredEvents());
    checks.add(new TwoAnswers());
    checks.add(new StepCoverage());
    checks.add(new CarriedOut());
    checks.add(new ChangingRefusals());
    checks.add(new DeadRows());
    checks.add(new IdlePasses());
    checks.add(new ChecksWithoutRow());
    checks.add(new SplitRows());
    checks.add(new SystemFaults());
    checks.add(new HiddenDecides());
    checks.add(new UnusedDeclarations(options.notes(), claimed));
    checks.add(new JavaNames());
    checks.add(new DisagreeingSources());
    if (options.notes()) {
      checks.add(new ShadowedBodies());
      checks.add(new WideRows());
      checks.add(new ShrunkOtherwise());
      checks.add(new UnreachableValues());
      checks.add(new StatesWithoutExit());
    }
    if (options.strict() || options.notes()) {
      checks.add(new UnreachableCoverage(options.strict()));
    }
    return checks;
  }
}
