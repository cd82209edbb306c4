package dev.foliospec.coverage;

import dev.foliospec.check.Checks;
import dev.foliospec.check.Explorations;
import dev.foliospec.check.Scenarios;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.explore.Exploration;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.Scenario;
import dev.foliospec.property.Judge;
import dev.foliospec.property.Judgement;
import dev.foliospec.resolve.Resolver;
import dev.foliospec.syntax.PolicySetSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks whoever may notice that a row was changed: scenarios first, which cost least, then what the
 * policies do at all, properties, refinement, and at last the checks. What was found of the policies
 * as they are written is kept and compared with.
 */
final class Jury {
  private final PolicySetSyntax specs;
  private final PolicySet set;
  private final int mostStates;

  /** By policy that is judged: what it does as it is written. */
  private final Map<String, Baseline> baselines = new LinkedHashMap<>();

  /** By policy that is judged: the scenarios that it follows. */
  private final Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();

  /** By property and policy: what becomes of it as written; empty where the policy is not in order. */
  private final Map<Property, Map<String, Optional<Judgement>>> judgements = new LinkedHashMap<>();

  private final Claims claims;

  /**
   * A jury.
   *
   * @param specs what the policies need to be bound: their files
   * @param judged the policies that are asked, sound, complete and in order
   */
  Jury(
      PolicySetSyntax specs,
      PolicySet set,
      Explorations explorations,
      List<Policy> judged,
      int mostStates) {
    this.specs = specs;
    this.set = set;
    this.mostStates = mostStates;
    for (Policy policy : judged) {
      baselines.put(policy.name(), new Baseline(explorations.of(policy).dense()));
      List<Scenario> followed = new ArrayList<>();
      for (Scenario scenario : set.scenarios()) {
        if (scenario.policies().contains(policy.name())
            && new Scenarios().inspect(scenario, policy).isEmpty()) {
          followed.add(scenario);
        }
      }
      scenarios.put(policy.name(), followed);
    }
    claims = new Claims(set, explorations, baselines.keySet(), mostStates);
    Map<String, Judge> judges = new LinkedHashMap<>();
    for (Property property : set.properties()) {
      judge(property, explorations, judges);
    }
  }

  private void judge(Property property, Explorations explorations, Map<String, Judge> judges) {
    Map<String, Optional<Judgement>> of = new LinkedHashMap<>();
    boolean asked = false;
    for (Property.Subject subject : property.about()) {
      asked |= baselines.containsKey(subject.policy());
    }
    for (String name : asked ? subjects(property) : List.<String>of()) {
      Policy policy = set.policies().get(name);
      // Of a property that is also about a policy out of order, nobody can say that it is vacuous.
      if (policy == null || !policy.sound() || !explorations.of(policy).clean()) {
        of.put(name, Optional.empty());
        continue;
      }
      Judge judge = judges.get(name);
      if (judge == null) {
        judge = new Judge(explorations.of(policy).dense(), mostStates);
        judges.put(name, judge);
      }
      of.put(name, Optional.of(judge.judge(property)));
    }
    judgements.put(property, of);
  }

  private static Set<String> subjects(Property property) {
    Set<String> names = new LinkedHashSet<>();
    for (Property.Subject subject : property.about()) {
      names.add(subject.policy());
    }
    return names;
  }

  /** What notices a change of a row in the policies that have it. */
  FlipCoverage judge(Flip flip, Place place, List<String> policies) {
    return new Trial(flip, place.with(specs, flip.in(place.written())), policies).verdict();
  }

  /** One change. */
  private final class Trial {
    private final Flip flip;
    private final PolicySetSyntax changed;
    private final List<String> policies;
    private final List<Policy> bound = new ArrayList<>();
    private String error = "";

    Trial(Flip flip, PolicySetSyntax changed, List<String> policies) {
      this.flip = flip;
      this.changed = changed;
      this.policies = policies;
    }

    FlipCoverage verdict() {
      // Many a change is noticed in the first policy, so that the others need not be bound.
      int first = Math.min(1, policies.size());
      for (List<String> some :
          List.of(policies.subList(0, first), policies.subList(first, policies.size()))) {
        if (!some.isEmpty()) {
          Optional<String> scenario = scenario(bind(some));
          if (scenario.isPresent()) {
            return new FlipCoverage(flip.becomes(), flip.brief(), Noticed.SCENARIO, scenario.get());
          }
        }
      }
      Explorations explorations = new Explorations(mostStates);
      Map<String, Policy> different = new LinkedHashMap<>();
      for (Policy policy : bound) {
        Exploration exploration = explorations.of(policy);
        if (!exploration.complete() || !baseline(policy).same(exploration.dense())) {
          different.put(policy.name(), policy);
        }
      }
      Optional<String> property =
          different.isEmpty() ? Optional.empty() : property(different, explorations);
      if (property.isPresent()) {
        return new FlipCoverage(flip.becomes(), flip.brief(), Noticed.PROPERTY, property.get());
      }
      Optional<String> contract = claims.broken(different, explorations);
      if (contract.isPresent()) {
        return new FlipCoverage(flip.becomes(), flip.brief(), Noticed.REFINEMENT, contract.get());
      }
      if (!error.isEmpty()) {
        return new FlipCoverage(flip.becomes(), flip.brief(), Noticed.CHECK, error);
      }
      if (different.isEmpty()) {
        return new FlipCoverage(flip.becomes(), flip.brief(), Noticed.NO_EFFECT, "");
      }
      PolicySet rest = new PolicySet(set.vocabularies(), different, List.of(), List.of());
      return Checks.firstError(rest, explorations)
          .map(rule -> new FlipCoverage(flip.becomes(), flip.brief(), Noticed.CHECK, rule.code()))
          .orElseGet(() -> new FlipCoverage(flip.becomes(), flip.brief(), Noticed.NOTHING, ""));
    }

    private Baseline baseline(Policy policy) {
      Baseline known = baselines.get(policy.name());
      if (known == null) {
        throw new IllegalStateException("nothing is known of " + policy.name());
      }
      return known;
    }

    private List<Policy> bind(List<String> some) {
      Diagnostics found = new Diagnostics();
      PolicySet meant = Resolver.resolve(changed, some, pages(some), found);
      List<Policy> now = new ArrayList<>();
      for (String name : some) {
        Policy policy = meant.policies().get(name);
        if (policy != null && policy.sound()) {
          now.add(policy);
        }
      }
      bound.addAll(now);
      for (Diagnostic each : found.inReadingOrder()) {
        if (error.isEmpty() && each.severity() == Severity.ERROR) {
          error = each.rule().code();
        }
      }
      return now;
    }

    /** How many pages a system among some policies has, which need not be what it says. */
    private Optional<Integer> pages(List<String> some) {
      for (String name : some) {
        Policy written = set.policies().get(name);
        if (written != null && written.lifting().isPresent()) {
          return Optional.of(written.lifting().get().pages());
        }
      }
      return Optional.empty();
    }

    private Optional<String> scenario(List<Policy> some) {
      for (Policy policy : some) {
        Optional<Scenario> broken =
            new Scenarios().firstBroken(scenarios.getOrDefault(policy.name(), List.of()), policy);
        if (broken.isPresent()) {
          return broken.map(Scenario::name);
        }
      }
      return Optional.empty();
    }

    /**
     * The first property that a changed policy breaks, that became vacuous, or of which an exception
     * is needed no longer: an exception says what happens too.
     */
    private Optional<String> property(Map<String, Policy> different, Explorations explorations) {
      Map<String, Judge> judges = new LinkedHashMap<>();
      for (Map.Entry<Property, Map<String, Optional<Judgement>>> each : judgements.entrySet()) {
        Property property = each.getKey();
        boolean clean = true;
        boolean touched = false;
        int asked = 0;
        int idle = 0;
        int idleBefore = 0;
        Set<Integer> needed = new LinkedHashSet<>();
        Set<Integer> neededBefore = new LinkedHashSet<>();
        for (Map.Entry<String, Optional<Judgement>> before : each.getValue().entrySet()) {
          if (before.getValue().isEmpty()) {
            clean = false;
            continue;
          }
          Judgement was = before.getValue().get();
          Judgement is = was;
          Policy policy = different.get(before.getKey());
          if (policy != null && was.asked()) {
            Exploration exploration = explorations.of(policy);
            touched = true;
            clean &= exploration.clean();
            if (exploration.dense().states() == 0) {
              continue;
            }
            Judge judge = judges.get(policy.name());
            if (judge == null) {
              judge = new Judge(exploration.dense(), mostStates);
              judges.put(policy.name(), judge);
            }
            is = judge.judge(property);
            clean &= !is.cut();
            boolean claimed = exploration.clean()
                || property.claim() instanceof Claim.Always
                || property.claim() instanceof Claim.After;
            if (claimed && was.failures().isEmpty() && !is.failures().isEmpty()) {
              return Optional.of(property.name());
            }
          }
          asked += was.asked() ? 1 : 0;
          idle += is.asked() && !is.occurs() ? 1 : 0;
          idleBefore += was.asked() && !was.occurs() ? 1 : 0;
          needed.addAll(is.needed());
          neededBefore.addAll(was.needed());
        }
        boolean vacuous = asked > 0 && idle == asked && idleBefore < asked;
        if (clean && touched && (vacuous || !needed.containsAll(neededBefore))) {
          return Optional.of(property.name());
        }
      }
      return Optional.empty();
    }
  }
}
