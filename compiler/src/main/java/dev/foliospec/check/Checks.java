package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.explore.Fault;
import dev.foliospec.explore.Trouble;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.refine.Refined;
import dev.foliospec.syntax.PolicySetSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    Explorations explorations = new Explorations(options.mostStates(), options.budget());
    for (Check check : all(options, Claims.words(written))) {
      check.inspect(set, explorations, found);
    }
    return explorations;
  }

  /**
   * Looks for what is there for nothing: hidden variables that nobody can feel, and groups of states
   * that are never left.
   *
   * @param observer who may feel hidden variables: the name of an observer
   * @param exits whether single states without exit are reported too
   */
  public static void inspectCoverage(
      PolicySet set, Explorations explorations, String observer, boolean exits, Diagnostics found) {
    new HiddenUnseen(observer).inspect(set, explorations, found);
    new StatesWithoutExit(exits, true).inspect(set, explorations, found);
  }

  /**
   * Judges the properties of policies.
   *
   * @param explorations what was explored before
   * @return each property with what became of it, in order
   */
  public static List<Judged> judge(
      PolicySet set, Explorations explorations, CheckOptions options, Diagnostics found) {
    return new Properties(options.notes(), set, explorations, found).judge();
  }

  /**
   * What is wrong with policies first, errors alone, without looking further: for those who try many
   * changes of rows.
   *
   * @param explorations what was explored of them already
   */
  public static Optional<Rule> firstError(PolicySet set, Explorations explorations) {
    for (Policy policy : set.completePolicies()) {
      if (!policy.sound()) {
        continue;
      }
      if (!explorations.of(policy).complete()) {
        return Optional.of(explorations.of(policy).excess().orElseThrow().rule());
      }
      for (Fault fault : explorations.of(policy).faults()) {
        return Optional.of(rule(fault.trouble()));
      }
    }
    List<Check> checks = List.of(
        new EmptyTables(),
        new ChecksWithoutRow(),
        new ChangingRefusals(),
        new SplitRows(),
        new HiddenDecides());
    for (Check check : checks) {
      Diagnostics found = new Diagnostics();
      check.inspect(set, explorations, found);
      for (Diagnostic each : found.inReadingOrder()) {
        if (each.severity() == Severity.ERROR) {
          return Optional.of(each.rule());
        }
      }
    }
    return Optional.empty();
  }

  private static Rule rule(Trouble trouble) {
    return switch (trouble) {
      case UNCOVERED -> Rule.UNANSWERED_EVENT;
      case OVERLAPPING -> Rule.TWO_ANSWERS;
      case OUTSIDE_RANGE -> Rule.OUTSIDE_RANGE;
      case OUTSIDE_MAP -> Rule.OUTSIDE_MAP;
      case STEP_GAP -> Rule.STEP_GAP;
      case STEP_OVERLAP -> Rule.STEP_OVERLAP;
      case STEPS_DISAGREE -> Rule.STEPS_DISAGREE;
      case CELLS_DISAGREE -> Rule.CELLS_DISAGREE;
      case REFUSAL_CHANGES -> Rule.REFUSAL_CHANGES;
      case PAGES_DISAGREE -> Rule.PAGES_DISAGREE;
      case ENSURES_BROKEN -> Rule.ENSURES_BROKEN;
    };
  }

  /**
   * Judges what policies claim to refine.
   *
   * @param explorations what was explored before
   * @return each claim with what became of it, in order
   */
  public static List<Refined> refine(PolicySet set, Explorations explorations, Diagnostics found) {
    return new Refinements(set, explorations, found).judge();
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
      checks.add(new StatesWithoutExit(true, false));
    }
    if (options.strict() || options.notes()) {
      checks.add(new UnreachableCoverage(options.strict()));
    }
    return checks;
  }
}
