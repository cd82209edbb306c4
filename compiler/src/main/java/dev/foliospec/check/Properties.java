package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.Trace;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Element;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Input;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.property.Judge;
import dev.foliospec.property.Judgement;
import dev.foliospec.property.Run;
import dev.foliospec.property.WideJudge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Every policy keeps the properties that are about it.
 *
 * <p>Tables say what happens; properties say what it is good for. Each is judged over all states and
 * transitions that a policy can reach, in every variant. Reports {@link Rule#PROPERTY_VIOLATED},
 * {@link Rule#NEVER_REACHED} and {@link Rule#NO_WAY_ON} once for each policy with the shortest trace;
 * {@link Rule#VACUOUS_PROPERTY} and {@link Rule#UNUSED_EXCEPTION} for what no policy needs; and as
 * {@link Rule#WITNESS} how reachable states are reached. Where a policy has gaps, only what its rows
 * really do is reported.
 */
final class Properties {
  private final boolean notes;
  private final PolicySet set;
  private final Explorations explorations;
  private final Diagnostics found;
  private final Map<String, Judge> judges = new LinkedHashMap<>();

  /**
   * A check of properties.
   *
   * @param notes whether witnesses are reported
   */
  Properties(boolean notes, PolicySet set, Explorations explorations, Diagnostics found) {
    this.notes = notes;
    this.set = set;
    this.explorations = explorations;
    this.found = found;
  }

  /** Judges all properties, in order. */
  List<Judged> judge() {
    List<Judged> judged = new ArrayList<>();
    for (Property property : set.properties()) {
      judged.add(judge(property));
    }
    return judged;
  }

  private Judged judge(Property property) {
    Set<String> names = new LinkedHashSet<>();
    for (Property.Subject subject : property.about()) {
      names.add(subject.policy());
    }
    int policies = 0;
    boolean held = true;
    boolean clean = true;
    List<String> idle = new ArrayList<>();
    List<Judged.Breach> breaches = new ArrayList<>();
    Set<Integer> needed = new LinkedHashSet<>();
    for (String name : names) {
      Policy policy = set.policies().get(name);
      if (policy == null || !policy.sound()) {
        clean = false;
        continue;
      }
      Exploration exploration = explorations.of(policy);
      if (exploration.dense().states() == 0) {
        clean = false;
        continue;
      }
      Optional<WideJudge> wide = explorations.wide(policy, set);
      boolean complete = wide.map(each -> each.search().complete()).orElse(exploration.clean());
      Judgement judgement = wide.isPresent()
          ? wide.get().judge(property)
          : judge(policy, exploration).judge(property);
      if (!judgement.asked()) {
        continue;
      }
      if (judgement.bound().isPresent()) {
        clean = false;
        held = false;
        tooMany(property, policy, judgement.bound().get());
        continue;
      }
      clean &= complete;
      needed.addAll(judgement.needed());
      if (!judgement.occurs()) {
        idle.add(name);
      }
      boolean claimed = complete
          || property.claim() instanceof Claim.Always
          || property.claim() instanceof Claim.After;
      boolean cut = wide.isPresent() ? !complete : !exploration.complete();
      boolean failed = !judgement.failures().isEmpty();
      if (failed ? !claimed : cut && judgement.witness().isEmpty()) {
        // What was not looked at may keep it, or break it.
        continue;
      }
      policies++;
      if (failed) {
        held = false;
        found.add(failure(property, policy, judgement));
        Judgement.Failure first = judgement.failures().get(0);
        if (first.run().isPresent()) {
          Variant variant = Variant.of(policy).get(first.variant());
          breaches.add(new Judged.Breach(policy, variant, first.run().get()));
        }
      } else if (notes && judgement.witness().isPresent()) {
        found.add(witness(property, policy, judgement.witness().get()));
      }
    }
    if (clean) {
      vacuous(property, policies, idle);
      unneeded(property, needed);
    }
    return new Judged(property, policies, held, breaches);
  }

  private Judge judge(Policy policy, Exploration exploration) {
    Judge known = judges.get(policy.name());
    if (known == null) {
      known = new Judge(exploration.dense(), explorations.limits());
      judges.put(policy.name(), known);
    }
    return known;
  }

  private void tooMany(Property property, Policy policy, Rule bound) {
    Limits limits = explorations.limits();
    found.add(Diagnostic.of(
            bound,
            property.at(),
            "with the ghosts of property `" + property.name() + "`, exploring `" + policy.name()
                + "` takes more than "
                + (bound == Rule.TOO_MUCH_MEMORY
                    ? (limits.bytes() >> 20) + " MB"
                    : limits.states() + " states"))
        .withRelated(policy.at(), "the policy"));
  }

  // --- Failures ---

  private Diagnostic failure(Property property, Policy policy, Judgement judgement) {
    Judgement.Failure first = judgement.failures().get(0);
    List<Variant> variants = Variant.of(policy);
    boolean everywhere = judgement.failures().size() == judgement.variants();
    String who = everywhere ? policy.name() : variants.get(first.variant()).name();
    Claim claim = property.claim();
    Diagnostic finding;
    if (first.run().isEmpty()) {
      finding = Diagnostic.of(
              Rule.NEVER_REACHED,
              property.at(),
              "`" + who + "` never reaches what property `" + property.name() + "` asks for")
          .withLabel("no run comes there");
    } else if (claim instanceof Claim.CanReach canReach) {
      finding = Diagnostic.of(
              Rule.NO_WAY_ON,
              property.at(),
              "`" + who + "` reaches a state without the way on that property `" + property.name()
                  + "` asks for")
          .withLabel(label(
              List.of(canReach.from(), canReach.goal()), policy, first.run().get(), false));
    } else {
      List<Expression> read = claim instanceof Claim.After after
          ? List.of(after.holds())
          : List.of(((Claim.Always) claim).state());
      finding = Diagnostic.of(
              Rule.PROPERTY_VIOLATED,
              property.at(),
              "`" + who + "` violates property `" + property.name() + "`")
          .withLabel(label(read, policy, first.run().get(), claim instanceof Claim.After));
    }
    if (first.run().isPresent()) {
      finding = traced(finding, policy, first.run().get());
    }
    if (policy.at().file() != property.at().file()) {
      finding = finding.withRelated(policy.at(), "the policy");
    }
    if (!everywhere) {
      finding = finding.withNote("so in %d of %d variants: %s"
          .formatted(
              judgement.failures().size(),
              judgement.variants(),
              Wording.list(judgement.failures().stream()
                  .map(each -> variants.get(each.variant()).name())
                  .toList())));
    }
    if (!property.grounds().sources().isEmpty()) {
      finding = finding.withNote("the property rests on " + property.grounds().spelled());
    }
    return finding;
  }

  /** The same finding with the way there, the row of the last step, and what it rests on. */
  private static Diagnostic traced(Diagnostic finding, Policy policy, Run run) {
    Diagnostic more = finding.withTrace(steps(policy, run));
    if (run.steps().isEmpty()) {
      more = more.withNote("this is where every run starts");
    } else {
      Run.Step last = run.steps().get(run.steps().size() - 1);
      Optional<Transition> row = policy.row(last.reaction().row());
      if (row.isPresent()) {
        more =
            more.withRelated(row.get().at(), "row " + row.get().id().id() + " makes the last step");
      }
    }
    String setUp = Wording.setUp(policy, run.configuration());
    return setUp.isEmpty() ? more : more.withNote("with " + setUp);
  }

  /** The steps of a run; the details say what changed, ghosts included, and what each row rests on. */
  static List<TraceStep> steps(Policy policy, Run run) {
    List<TraceStep> steps = new ArrayList<>();
    Run.Moment before = run.start();
    for (Run.Step step : run.steps()) {
      TraceStep plain = Trace.toStep(
          policy, step.input(), step.reaction(), before.state(), step.next().state());
      List<String> details = new ArrayList<>();
      if (!plain.detail().isEmpty()) {
        details.add(plain.detail());
      }
      for (int ghost = 0; ghost < run.ghosts().size(); ghost++) {
        Value old = before.ghosts().get(ghost);
        Value now = step.next().ghosts().get(ghost);
        if (!old.equals(now)) {
          details.add(run.ghosts().get(ghost).name() + ": " + old + " -> " + now);
        }
      }
      StringBuilder detail = new StringBuilder(String.join(", ", details));
      source(policy, step.reaction().row())
          .ifPresent(source ->
              detail.append(detail.isEmpty() ? "" : "; ").append("source ").append(source));
      steps.add(new TraceStep(
          plain.event(),
          plain.arguments(),
          plain.answer(),
          plain.outputs(),
          plain.row(),
          detail.toString()));
      before = step.next();
    }
    return steps;
  }

  private static Optional<String> source(Policy policy, RowId id) {
    return policy
        .row(id)
        .filter(row -> !row.grounds().sources().isEmpty())
        .map(row -> row.grounds().spelled());
  }

  /**
   * What the names that a claim reads are where it fails: {@code here `a` is `x`}.
   *
   * @param transition whether it speaks of the run's last step, not of its end
   */
  private static String label(
      List<Expression> expressions, Policy policy, Run run, boolean transition) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Expression expression : expressions) {
      for (Expression.Term term : Terms.of(expression)) {
        value(term, policy, transition && !term.primed() ? run.beforeEnd() : run.end(), run)
            .ifPresent(value -> values.put(term.slot().name() + (term.primed() ? "'" : ""), value));
      }
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> each : values.entrySet()) {
      if (parts.size() == 6) {
        break;
      }
      parts.add("`" + each.getKey() + "` is `" + each.getValue() + "`");
    }
    return parts.isEmpty() ? "" : "here " + Wording.and(parts);
  }

  private static Optional<String> value(
      Expression.Term term, Policy policy, Run.Moment moment, Run run) {
    Slot slot = term.slot();
    if (slot instanceof Variable) {
      for (int at = 0; at < policy.variables().size(); at++) {
        if (policy.variables().get(at).name().equals(slot.name())) {
          return Optional.of(moment.state().values().get(at).name());
        }
      }
    }
    if (slot instanceof Ghost) {
      for (int at = 0; at < run.ghosts().size(); at++) {
        if (run.ghosts().get(at).name().equals(slot.name())) {
          return Optional.of(moment.ghosts().get(at).name());
        }
      }
    }
    if (slot instanceof Element element) {
      Run.Moment picking = term.primed() ? run.beforeEnd() : moment;
      Optional<Variable> picked = (element.index() instanceof Parameter parameter
              ? argument(parameter, run)
              : value(new Expression.Term(element.index(), false), policy, picking, run))
          .flatMap(key -> element.at(new Value(key)));
      if (picked.isPresent()) {
        return value(new Expression.Term(picked.get(), term.primed()), policy, moment, run);
      }
    }
    return Optional.empty();
  }

  /** What the last step of a run was asked with. */
  private static Optional<String> argument(Parameter parameter, Run run) {
    if (!run.steps().isEmpty()) {
      Input input = run.steps().get(run.steps().size() - 1).input();
      for (int at = 0; at < input.arguments().size(); at++) {
        if (input.event().parameters().get(at).name().equals(parameter.name())) {
          return Optional.of(input.arguments().get(at).name());
        }
      }
    }
    return Optional.empty();
  }

  // --- What asks for less than it seems ---

  private Diagnostic witness(Property property, Policy policy, Run run) {
    Diagnostic finding = Diagnostic.of(
        Rule.WITNESS,
        property.at(),
        "`" + policy.name() + "` reaches what property `" + property.name() + "` asks for");
    return traced(finding, policy, run);
  }

  private void vacuous(Property property, int policies, List<String> idle) {
    if (policies == 0) {
      found.add(Diagnostic.of(
              Rule.VACUOUS_PROPERTY,
              property.at(),
              "property `" + property.name() + "` is about no policy")
          .withLabel("judged nowhere")
          .withNote("no complete policy has its events and agrees with its `for`"));
      return;
    }
    if (idle.isEmpty()) {
      return;
    }
    String what = what(property.claim());
    if (idle.size() == policies) {
      found.add(Diagnostic.of(
              Rule.VACUOUS_PROPERTY,
              property.at(),
              "property `" + property.name() + "` holds because " + what + " never occurs")
          .withLabel("nothing to judge in " + named(idle))
          .withHelp("ask for what can occur, or guard it by a `reachable` property"));
    } else if (notes) {
      found.add(Diagnostic.of(
              Rule.VACUOUS_PROPERTY,
              property.at(),
              "property `" + property.name() + "` holds in " + named(idle) + " because " + what
                  + " never occurs there")
          .withSeverity(Severity.NOTE));
    }
  }

  private static String what(Claim claim) {
    return claim instanceof Claim.After
        ? "its transition"
        : claim instanceof Claim.CanReach ? "what stands behind `from`" : "its premise";
  }

  private static String named(List<String> policies) {
    return policies.size() > 6
        ? Wording.list(policies.subList(0, 5)) + " and " + (policies.size() - 5) + " more"
        : Wording.list(policies);
  }

  private void unneeded(Property property, Set<Integer> needed) {
    for (int at = 0; at < property.exemptions().size(); at++) {
      if (!needed.contains(at)) {
        found.add(Diagnostic.of(
                Rule.UNUSED_EXCEPTION,
                property.exemptions().get(at).at(),
                "nothing needs this exception from property `" + property.name() + "`")
            .withLabel("all of these policies keep the property")
            .withHelp("delete the exception"));
      }
    }
  }
}
