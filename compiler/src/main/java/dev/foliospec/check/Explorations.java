package dev.foliospec.check;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.engine.Budget;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Excess;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.RowUses;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.RowId;
import dev.foliospec.property.WideJudge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be reached, policy by policy, explored when first asked for and kept. */
public final class Explorations {
  /** Pairs of a state and an event of a system that are kept; larger ones are searched instead. */
  private static final int KEPT_OF_SYSTEMS = 8_000_000;

  private final Limits limits;
  private final Budget budget;
  private final Map<String, Exploration> explorations = new LinkedHashMap<>();
  private final Map<String, WideJudge> wide = new LinkedHashMap<>();
  private final Map<String, RowUses> uses = new LinkedHashMap<>();
  private final Map<String, Set<RowId>> applying = new LinkedHashMap<>();

  /** Nothing explored yet; a policy may reach so many states. */
  public Explorations(int mostStates) {
    this(mostStates, Budget.usual());
  }

  /** Nothing explored yet; a policy may reach so many states, and exploring it take so much. */
  Explorations(int mostStates, Budget budget) {
    limits = Limits.states(mostStates).within(budget.bytes()).telling(budget.progress());
    this.budget = budget;
  }

  /** What searches may use. */
  Budget budget() {
    return budget;
  }

  /** How far a policy is explored. */
  public Limits limits() {
    return limits;
  }

  /**
   * The judge of a system that is too large to be kept, all properties about it asked in one search;
   * none where it can be kept, or cannot be explored at all.
   */
  Optional<WideJudge> wide(Policy system, PolicySet set) {
    Optional<Excess> excess = of(system).excess();
    if (system.lifting().isEmpty()
        || excess.isEmpty()
        || excess.get().rule() == Rule.STATE_SPACE_TOO_LARGE
        || excess.get().rule() == Rule.TOO_MANY_VARIANTS
        || excess.get().rule() == Rule.TOO_MANY_EFFECTS) {
      return Optional.empty();
    }
    WideJudge known = wide.get(system.name());
    if (known == null) {
      List<Property> about = new ArrayList<>();
      for (Property property : set.properties()) {
        for (Property.Subject subject : property.about()) {
          if (subject.policy().equals(system.name()) && !about.contains(property)) {
            about.add(property);
          }
        }
      }
      known = new WideJudge(system, about, budget.upTo(limits.states()));
      wide.put(system.name(), known);
    }
    return Optional.of(known);
  }

  /** The exploration of a sound and complete policy. */
  public Exploration of(Policy policy) {
    Exploration known = explorations.get(policy.name());
    if (known == null) {
      known = Dense.explore(
          policy,
          policy.lifting().isEmpty()
              ? limits
              : limits.points(Math.min(limits.points(), KEPT_OF_SYSTEMS)));
      explorations.put(policy.name(), known);
    }
    return known;
  }

  /**
   * Counts the reachable pairs of flags and state, variant by variant.
   *
   * @param states receives a count for each variant's name
   */
  public void count(Policy policy, Map<String, Long> states) {
    Dense dense = of(policy).dense();
    long[] counts = new long[dense.variants().size()];
    WideJudge searched = wide.get(policy.name());
    if (searched != null) {
      counts = searched.search().statesByVariant();
    }
    for (int state = 0; searched == null && state < dense.states(); state++) {
      counts[dense.variantOf(state)]++;
    }
    for (int variant = 0; variant < counts.length; variant++) {
      states.put(dense.variants().get(variant).name(), counts[variant]);
    }
  }

  /** What becomes of the rows of a sound and complete policy. */
  RowUses uses(Policy policy) {
    RowUses known = uses.get(policy.name());
    if (known == null) {
      known = new RowUses(of(policy).dense());
      uses.put(policy.name(), known);
    }
    return known;
  }

  /** The rows of a sound and complete policy that apply at some reachable point. */
  Set<RowId> applying(Policy policy) {
    Set<RowId> known = applying.get(policy.name());
    if (known == null) {
      known = uses(policy).applying();
      applying.put(policy.name(), known);
    }
    return known;
  }

  /** The policies and systems that can be explored: bound throughout, and complete. */
  static List<Policy> reachable(PolicySet set) {
    List<Policy> reachable = new ArrayList<>();
    for (Policy policy : set.policies().values()) {
      if (policy.sound() && !policy.isAbstract()) {
        reachable.add(policy);
      }
    }
    return reachable;
  }

  /** The policies whose tables can be asked: bound throughout, complete, and no systems. */
  static List<Policy> explorable(PolicySet set) {
    List<Policy> explorable = new ArrayList<>();
    for (Policy policy : set.policies().values()) {
      if (policy.sound() && !policy.isAbstract() && policy.lifting().isEmpty()) {
        explorable.add(policy);
      }
    }
    return explorable;
  }
}
