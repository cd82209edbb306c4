package dev.foliospec.mutation;

import dev.foliospec.compile.Compilation;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Guard;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Transition;
import dev.foliospec.specs.Rewritten;
import dev.foliospec.specs.ShippedSpecs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Compiles mutants and says what notices them. */
final class Laboratory {
  private final ShippedSpecs specs;
  private final Compilation original;
  private final Map<String, Replies> replies = new LinkedHashMap<>();

  Laboratory(ShippedSpecs specs) {
    this.specs = specs;
    this.original = specs.compile();
    for (Policy policy : original.policySet().completePolicies()) {
      replies.put(policy.name(), Replies.of(policy, this::matters));
    }
  }

  /** The specs as they are shipped. */
  Compilation original() {
    return original;
  }

  /** How many answers of the original are kept. */
  int points() {
    return replies.values().stream().mapToInt(Replies::size).sum();
  }

  /** Whether anything but its declaration names a chance; no mutation adds one. */
  private boolean matters(Chance chance) {
    Pattern word = Pattern.compile("\\b" + chance.name() + "\\b");
    return specs.files().stream()
            .mapToLong(each -> word.matcher(each.text()).results().count())
            .sum()
        > 1;
  }

  /** What notices a mutant. */
  Judgement judge(Mutant mutant) {
    Compilation compiled = specs.with(mutant.at(), mutant.after()).compile();
    List<String> checks = compiled.diagnostics().stream()
        .filter(each -> each.severity() == Severity.ERROR && !ofScenario(each))
        .map(each -> each.rule().code())
        .distinct()
        .sorted()
        .toList();
    boolean scenarios = compiled.diagnostics().stream().anyMatch(Laboratory::ofScenario);
    Optional<String> point = point(mutant, compiled.policySet());
    Judgement judgement = new Judgement(mutant, checks, point, scenarios, Optional.empty());
    return judgement.survives()
        ? new Judgement(mutant, checks, point, false, Optional.of(reason(mutant)))
        : judgement;
  }

  private static boolean ofScenario(Diagnostic found) {
    return found.rule().code().startsWith("P7");
  }

  private Optional<String> point(Mutant mutant, PolicySet set) {
    for (String name : mutant.policies()) {
      Optional<Policy> policy = set.policy(name).filter(Policy::sound);
      Optional<String> difference =
          policy.flatMap(each -> kept(name).difference(each, mutant.events()));
      if (difference.isPresent()) {
        return difference;
      }
    }
    return Optional.empty();
  }

  private Replies kept(String policy) {
    Replies kept = replies.get(policy);
    if (kept == null) {
      throw new AssertionError("nothing is kept of " + policy);
    }
    return kept;
  }

  /**
   * Whether a mutant, explored afresh from where runs start, with all its events, answers as the
   * original does: what {@link #judge} concludes from the original's points and a few events alone.
   */
  boolean sameEverywhere(Mutant mutant) {
    PolicySet set = specs.with(mutant.at(), mutant.after()).compile().policySet();
    return set.completePolicies().stream()
        .allMatch(each -> kept(each.name()).sameEverywhere(each, this::matters));
  }

  // --- Why a mutant survives
  // -----------------------------------------------------------------------

  private Judgement.Reason reason(Mutant mutant) {
    if (mutant.role() == Mutant.Role.PIVOT) {
      return Judgement.Reason.TRAIT_UNFELT;
    }
    if (withoutTheRow(mutant)) {
      return Judgement.Reason.NEVER_APPLIES;
    }
    if (mutant.kind() == Mutant.Kind.CONDITION || mutant.kind() == Mutant.Kind.EVENT) {
      return mutant.role() == Mutant.Role.CHECKS
          ? Judgement.Reason.SAME_FROM_ANOTHER_ROW
          : Judgement.Reason.SAME_POINTS;
    }
    boolean error = mutant
        .before()
        .replaceFirst("^(refuse|fail) ", "")
        .equals(mutant.after().replaceFirst("^(refuse|fail) ", ""));
    return mutant.kind() == Mutant.Kind.ANSWER && error
        ? Judgement.Reason.REFUSE_OR_FAIL
        : Judgement.Reason.SAME_OUTCOME;
  }

  /** Whether the original answers the same where the row never applies. */
  private boolean withoutTheRow(Mutant mutant) {
    return mutant.policies().stream().allMatch(name -> {
      Policy policy = original.policySet().policy(name).orElseThrow();
      return kept(name)
          .difference(without(policy, mutant.row()), mutant.events())
          .isEmpty();
    });
  }

  private static Policy without(Policy policy, String row) {
    Slot any = policy.variables().get(0);
    return Rewritten.policy(
        policy, each -> each.id().spelled().equals(row) ? never(each, any) : each);
  }

  /** A row with a condition that no value meets. */
  private static Transition never(Transition row, Slot any) {
    Condition none = new Condition(any.name(), new Condition.Within(any, List.of()), row.at());
    return new Transition(
        row.id(),
        row.events(),
        new Guard(List.of(none), false),
        row.splitBy(),
        row.alternativeTo(),
        row.outcome(),
        row.replaced(),
        row.split(),
        row.grounds(),
        row.cells(),
        row.doc(),
        row.at());
  }
}
