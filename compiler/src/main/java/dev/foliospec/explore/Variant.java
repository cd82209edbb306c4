package dev.foliospec.explore;

import dev.foliospec.model.Policy;
import dev.foliospec.model.TraitSetting;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy with its undecided traits decided.
 *
 * @param policy the policy
 * @param choices one position from 0 for each of {@link Policy#choices()}
 */
public record Variant(Policy policy, List<Integer> choices) {
  /** How many variants a policy may have. */
  public static final int MOST = 64;

  /** Copies the list. */
  public Variant {
    choices = List.copyOf(choices);
  }

  /** All variants of a policy, the last choice changing fastest; at least one, at most {@value MOST}. */
  public static List<Variant> of(Policy policy) {
    List<TraitSetting> open = policy.choices();
    List<List<Integer>> all = new ArrayList<>();
    all.add(List.of());
    for (TraitSetting choice : open) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> before : all) {
        for (int at = 0; at < choice.alternatives().size() && longer.size() < MOST; at++) {
          List<Integer> next = new ArrayList<>(before);
          next.add(at);
          longer.add(next);
        }
      }
      all = longer;
    }
    List<Variant> variants = new ArrayList<>();
    for (List<Integer> choices : all) {
      variants.add(new Variant(policy, choices));
    }
    return variants;
  }

  /** As it is written: {@code rfc2024.sev[flush=on_fault,zap_on_conversion=no]}. */
  public String name() {
    String fixed = fixed();
    return fixed.isEmpty() ? policy.name() : policy.name() + "[" + fixed + "]";
  }

  /** What stands between the brackets of its name, or empty. */
  public String fixed() {
    List<TraitSetting> open = policy.choices();
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < open.size(); at++) {
      text.append(at == 0 ? "" : ",")
          .append(open.get(at).trait().name())
          .append('=')
          .append(open.get(at).alternatives().get(choices.get(at)).spelled());
    }
    return text.toString();
  }
}
