package dev.foliospec.refine;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.observe.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which variants are asked together, and from where: variants that agree on every choice which both
 * have, flags that both have at the same value. The contract may choose its private flags.
 */
final class Starts {
  private final Side policy;
  private final Side contract;
  private final List<Pair> pairs = new ArrayList<>();

  /**
   * Two variants that are asked together.
   *
   * @param variant the policy's
   * @param against the contract's
   */
  record Pair(Variant variant, Variant against) {}

  /** Variants of the policy that the contract does not have. */
  private final List<Variant> unmatched = new ArrayList<>();

  Starts(Side policy, Side contract) {
    this.policy = policy;
    this.contract = contract;
    for (Variant variant : policy.variants()) {
      boolean had = true;
      boolean matched = false;
      for (Variant against : contract.variants()) {
        if (alike(variant, against)) {
          pairs.add(new Pair(variant, against));
          matched = true;
        }
      }
      if (!matched) {
        for (TraitSetting choice : policy.policy().choices()) {
          had &= has(choice, variant);
        }
        if (!had) {
          unmatched.add(variant);
        }
      }
    }
  }

  List<Pair> pairs() {
    return pairs;
  }

  List<Variant> unmatched() {
    return unmatched;
  }

  /** Whether the contract has a choice of the policy's, if it leaves that trait open at all. */
  private boolean has(TraitSetting choice, Variant variant) {
    for (TraitSetting other : contract.policy().choices()) {
      if (other.trait().name().equals(choice.trait().name())) {
        String wanted = spelled(policy, variant, choice);
        for (TraitSetting.Alternative each : other.alternatives()) {
          if (each.spelled().equals(wanted)) {
            return true;
          }
        }
        return false;
      }
    }
    return true;
  }

  private boolean alike(Variant variant, Variant against) {
    for (TraitSetting choice : policy.policy().choices()) {
      for (TraitSetting other : contract.policy().choices()) {
        if (choice.trait().name().equals(other.trait().name())
            && canAgree(choice, other)
            && !spelled(policy, variant, choice).equals(spelled(contract, against, other))) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether names ask for one alternative on both sides; if not, they are compared as asked. */
  private boolean canAgree(TraitSetting choice, TraitSetting other) {
    Set<String> asked = new LinkedHashSet<>();
    for (Variant variant : policy.variants()) {
      asked.add(spelled(policy, variant, choice));
    }
    for (Variant variant : contract.variants()) {
      if (asked.contains(spelled(contract, variant, other))) {
        return true;
      }
    }
    return false;
  }

  private static String spelled(Side side, Variant variant, TraitSetting choice) {
    int at = side.policy().choices().indexOf(choice);
    return choice.alternatives().get(variant.choices().get(at)).spelled();
  }

  /** The initial states of a variant. */
  static List<Integer> initials(Dense dense, Variant variant) {
    List<Integer> initials = new ArrayList<>();
    for (int state = 0; state < dense.initials(); state++) {
      if (dense.configuration(state).choices().equals(variant.choices())) {
        initials.add(state);
      }
    }
    return initials;
  }

  /** The contract's initial states with the flags of one of the policy's. */
  int[] together(int initial, Pair pair) {
    Configuration configuration = policy.dense().configuration(initial);
    List<Integer> together = new ArrayList<>();
    for (int other : initials(contract.dense(), pair.against())) {
      if (sameFlags(configuration, contract.dense().configuration(other))) {
        together.add(other);
      }
    }
    int[] states = new int[together.size()];
    for (int at = 0; at < states.length; at++) {
      states[at] = together.get(at);
    }
    return states;
  }

  private boolean sameFlags(Configuration one, Configuration other) {
    List<FlagSetting> flags = policy.policy().flags();
    List<FlagSetting> promised = contract.policy().flags();
    for (int at = 0; at < flags.size(); at++) {
      for (int to = 0; to < promised.size(); to++) {
        if (flags.get(at).flag().name().equals(promised.get(to).flag().name())
            && !one.flags().get(at).equals(other.flags().get(to))) {
          return false;
        }
      }
    }
    return true;
  }

  /** The flags of a configuration that the contract does not allow to be so. */
  List<FlagSetting> notAllowed(Configuration configuration) {
    List<FlagSetting> not = new ArrayList<>();
    List<FlagSetting> flags = policy.policy().flags();
    for (int at = 0; at < flags.size(); at++) {
      Value value = configuration.flags().get(at);
      for (FlagSetting promised : contract.policy().flags()) {
        if (promised.flag().name().equals(flags.get(at).flag().name())
            && !promised.allowed().contains(value)) {
          not.add(flags.get(at));
        }
      }
    }
    return not;
  }
}
