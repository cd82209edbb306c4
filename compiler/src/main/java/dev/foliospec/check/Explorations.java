package dev.foliospec.check;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.RowUses;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.RowId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be reached, policy by policy, explored when first asked for and kept. */
public final class Explorations {
  private final Limits limits;
  private final Map<String, Exploration> explorations = new LinkedHashMap<>();
  private final Map<String, RowUses> uses = new LinkedHashMap<>();
  private final Map<String, Set<RowId>> applying = new LinkedHashMap<>();

  /** Nothing explored yet; a policy may reach so many states. */
  public Explorations(int mostStates) {
    limits = Limits.states(mostStates);
  }

  /** The exploration of a sound and complete policy. */
  public Exploration of(Policy policy) {
    Exploration known = explorations.get(policy.name());
    if (known == null) {
      known = Dense.explore(policy, limits);
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
    for (int state = 0; state < dense.states(); state++) {
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
