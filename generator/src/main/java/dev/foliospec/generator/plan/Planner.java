package dev.foliospec.generator.plan;

import dev.foliospec.explore.Exploration;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Plans for the policies of one set; names depend on the whole set, not on which of its policies are
 * asked for.
 */
public final class Planner {
  private final Map<String, VocabularyPlan> vocabularies = new LinkedHashMap<>();
  private final Map<String, PolicyPlan> policies = new LinkedHashMap<>();

  /**
   * Plans for all complete policies.
   *
   * @param basePackage the package that holds those of vocabularies
   */
  public Planner(PolicySet set, String basePackage) {
    for (Vocabulary vocabulary : set.vocabularies().values()) {
      vocabularies.put(vocabulary.name(), VocabularyPlanner.plan(vocabulary, basePackage));
    }
    Map<String, Names> stems = new HashMap<>();
    for (Policy policy : set.completePolicies()) {
      if (!policy.sound() || policy.lifting().isPresent()) {
        continue;
      }
      VocabularyPlan vocabulary = vocabularies.computeIfAbsent(
          policy.vocabulary().name(),
          name -> VocabularyPlanner.plan(policy.vocabulary(), basePackage));
      String stem = stems
          .computeIfAbsent(policy.vocabulary().name() + " " + policy.edition(), key -> new Names())
          .claim(Names.pascal(policy.shortName()));
      policies.put(policy.name(), PolicyPlanner.plan(policy, vocabulary, stem));
    }
  }

  /** The types that policies of a vocabulary share. */
  public VocabularyPlan vocabulary(Vocabulary vocabulary) {
    VocabularyPlan plan = vocabularies.get(vocabulary.name());
    if (plan == null) {
      throw new IllegalArgumentException("no vocabulary " + vocabulary.name());
    }
    return plan;
  }

  /** The plan of a complete, sound policy. */
  public PolicyPlan policy(Policy policy) {
    PolicyPlan plan = policies.get(policy.name());
    if (plan == null) {
      throw new IllegalArgumentException("no complete policy " + policy.name());
    }
    return plan;
  }

  /**
   * The machine of a deterministic policy, unless steps that a row calls make more cases of it than
   * can be shown.
   */
  public static Optional<MachinePlan> machine(PolicyPlan plan) {
    try {
      return Optional.of(MachinePlanner.plan(plan));
    } catch (RowCompiler.TooManyCases e) {
      return Optional.empty();
    }
  }

  /** The tables of a policy, unless its reachable part is too large for a class file. */
  public static Optional<TablesPlan> tables(PolicyPlan plan, Exploration explored) {
    return TablesPlan.of(plan, explored);
  }
}
