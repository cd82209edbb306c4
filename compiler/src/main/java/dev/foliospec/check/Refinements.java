package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.model.Contract;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Transition;
import dev.foliospec.observe.Comparability;
import dev.foliospec.observe.Cut;
import dev.foliospec.observe.Side;
import dev.foliospec.refine.Breach;
import dev.foliospec.refine.Promise;
import dev.foliospec.refine.Refined;
import dev.foliospec.refine.Refinement;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every policy keeps to the contracts that it claims to refine, as the default observer sees it.
 *
 * <p>Reports {@link Rule#NOT_REFINED} with the shortest trace, both rows, what is answered and what the
 * contract allows; and {@link Rule#ABSTRACT_CONTRACT} and {@link Rule#ANOTHER_VOCABULARY} for what
 * cannot be refined. Policies with gaps, or whose contract has some, are not judged.
 */
final class Refinements {
  /** How many of the allowed answers a finding names. */
  private static final int SHOWN = 6;

  private final PolicySet set;
  private final Explorations explorations;
  private final Diagnostics found;
  private final Map<String, Promise> promises = new LinkedHashMap<>();
  private final Set<Span> impossible = new LinkedHashSet<>();

  Refinements(PolicySet set, Explorations explorations, Diagnostics found) {
    this.set = set;
    this.explorations = explorations;
    this.found = found;
  }

  /** Judges all claims, in the order of policies. */
  List<Refined> judge() {
    List<Refined> judged = new ArrayList<>();
    for (Policy policy : set.policies().values()) {
      for (Contract claim : policy.contracts()) {
        Policy contract = set.policies().get(claim.policy());
        if (contract != null && possible(claim, policy, contract) && !policy.isAbstract()) {
          Optional<Side> one = side(policy);
          Optional<Promise> promise = promise(contract);
          if (one.isPresent() && promise.isPresent()) {
            Refined refined = Refinement.judge(
                one.get(),
                promise.get(),
                explorations.budget().upTo(explorations.limits().states()));
            judged.add(refined);
            if (refined.broken()) {
              found.add(finding(claim, refined));
            } else if (refined.cut().isPresent()) {
              found.add(ended(claim, refined, refined.cut().get()));
            }
          }
        }
      }
    }
    return judged;
  }

  private boolean possible(Contract claim, Policy policy, Policy contract) {
    String subject = Comparability.subject(policy);
    String promised = Comparability.subject(contract);
    if (!subject.equals(promised)) {
      if (impossible.add(claim.at())) {
        found.add(Diagnostic.of(
                Rule.ANOTHER_VOCABULARY,
                claim.at(),
                "`" + contract.name() + "` is a policy of another vocabulary, `" + promised + "`")
            .withNote("`" + policy.name() + "` is one of `" + subject + "`"));
      }
      return false;
    }
    Optional<String> trouble = Comparability.trouble(policy, contract);
    if (trouble.isPresent()) {
      if (impossible.add(claim.at())) {
        found.add(Diagnostic.of(
                Rule.ANOTHER_VOCABULARY,
                claim.at(),
                "`" + contract.name() + "` cannot promise anything for `" + policy.name() + "`")
            .withNote(trouble.get()));
      }
      return false;
    }
    if (contract.isAbstract()) {
      if (impossible.add(claim.at())) {
        found.add(Diagnostic.of(
                Rule.ABSTRACT_CONTRACT,
                claim.at(),
                "`" + contract.name() + "` is abstract, so that it promises nothing of its own")
            .withRelated(contract.at(), "here it says so"));
      }
      return false;
    }
    return true;
  }

  /** What a contract allows, which is found once for all policies that claim to refine it. */
  private Optional<Promise> promise(Policy contract) {
    Promise known = promises.get(contract.name());
    if (known == null) {
      Optional<Side> side = side(contract);
      if (side.isEmpty()) {
        return Optional.empty();
      }
      known = new Promise(side.get(), contract.vocabulary().observer("default").orElseThrow());
      promises.put(contract.name(), known);
    }
    return Optional.of(known);
  }

  private Optional<Side> side(Policy policy) {
    if (!policy.sound()) {
      return Optional.empty();
    }
    Exploration exploration = explorations.of(policy);
    Dense dense = exploration.dense();
    return exploration.clean() && dense.states() > 0
        ? Optional.of(new Side(policy.name(), dense, dense.variants()))
        : Optional.empty();
  }

  // --- The finding ---

  private static Diagnostic ended(Contract claim, Refined refined, Cut cut) {
    return Diagnostic.of(
            cut.memory() ? Rule.TOO_MUCH_MEMORY : Rule.TOO_MANY_STATES,
            claim.at(),
            "holding `" + refined.policy().name() + "` against `"
                + refined.contract().name() + "` takes more " + (cut.memory() ? "memory" : "states")
                + " than allowed")
        .withNote(cut.open())
        .withHelp("allow more with `" + cut.option() + "`");
  }

  private static Diagnostic finding(Contract claim, Refined refined) {
    Breach breach = refined.breaches().get(0);
    Policy policy = refined.policy().policy();
    Policy contract = refined.contract().policy();
    boolean everywhere = refined.breaches().size() == refined.pairs();
    String who = everywhere ? policy.name() : breach.variant().name();
    String what = everywhere ? contract.name() : breach.against().name();
    Diagnostic finding = Diagnostic.of(
            Rule.NOT_REFINED, claim.at(), "`" + who + "` does not refine `" + what + "`")
        .withLabel(label(breach))
        .withTrace(steps(policy, breach.trace()));
    if (breach.row().isPresent()) {
      finding = finding.withRelated(
          breach.row().get().at(),
          "row " + id(breach.row().get()) + " answers `"
              + breach.answered().orElseThrow().spelled() + "`");
    }
    if (breach.promise().isPresent()) {
      finding = finding.withRelated(
          breach.promise().get().at(),
          "row " + id(breach.promise().get()) + " of the contract allows something else");
    }
    if (policy.at().file() != claim.at().file()) {
      finding = finding.withRelated(policy.at(), "the policy");
    }
    if (!breach.allowed().isEmpty()) {
      finding = finding.withNote("the contract allows " + allowed(breach.allowed()));
    }
    String setUp = Wording.setUp(policy, breach.run().configuration());
    if (!setUp.isEmpty() && !breach.trace().isEmpty()) {
      finding = finding.withNote("with " + setUp);
    }
    if (!everywhere) {
      finding = finding.withNote(
          "so in %d of %d pairs of variants".formatted(refined.breaches().size(), refined.pairs()));
    }
    return finding;
  }

  private static String id(Transition row) {
    return row.id().id();
  }

  private static String label(Breach breach) {
    String answered = breach.answered().map(Breach.Reply::spelled).orElse("");
    return switch (breach.kind()) {
      case ANSWER -> "it does not allow the answer `" + answered + "`";
      case OUTPUT -> "it does not allow the outputs of `" + answered + "`";
      case STATE -> "it does not allow the state after `" + answered + "`";
      case EFFECTS -> "it does not allow the effects of `" + answered + "`";
      case FORBIDDEN -> "it answers what is forbidden here";
      case BEYOND -> "it does not follow: the last event cannot happen there";
      case FLAG -> "it does not allow " + flags(breach.flags());
      case CHOICE -> "it has no variant like `" + breach.variant().name() + "`";
    };
  }

  private static String flags(Map<String, String> flags) {
    List<String> all = new ArrayList<>();
    for (Map.Entry<String, String> each : flags.entrySet()) {
      all.add(each.getKey() + " = " + each.getValue());
    }
    return Wording.list(all);
  }

  private static String allowed(List<Breach.Reply> allowed) {
    List<String> parts = new ArrayList<>();
    for (Breach.Reply each : allowed) {
      if (parts.size() == SHOWN && allowed.size() > SHOWN + 1) {
        parts.add((allowed.size() - SHOWN) + " more");
        break;
      }
      parts.add("`" + each.spelled() + "` (" + each.row() + ")");
    }
    return Wording.and(parts);
  }

  /** The steps with what each row rests on. */
  private static List<TraceStep> steps(Policy policy, List<TraceStep> trace) {
    List<TraceStep> steps = new ArrayList<>();
    for (TraceStep step : trace) {
      Optional<Transition> row = step.row().flatMap(policy::row);
      StringBuilder detail = new StringBuilder(step.detail());
      if (row.isPresent() && !row.get().grounds().sources().isEmpty()) {
        detail.append(detail.length() == 0 ? "" : "; ").append("source ");
        detail.append(row.get().grounds().spelled());
      }
      steps.add(new TraceStep(
          step.event(),
          step.arguments(),
          step.answer(),
          step.outputs(),
          step.row(),
          detail.toString()));
    }
    return steps;
  }
}
