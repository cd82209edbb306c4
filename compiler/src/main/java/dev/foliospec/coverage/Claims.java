package dev.foliospec.coverage;

import dev.foliospec.check.Explorations;
import dev.foliospec.model.Contract;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.observe.Side;
import dev.foliospec.refine.Refinement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which policies keep to the contracts that they claim to refine, and whether they still do. */
final class Claims {
  private final List<Claim> kept = new ArrayList<>();
  private final int mostStates;

  /** What can be reached of policies as they are written; every thread has its own. */
  private final ThreadLocal<Explorations> explorations;

  private record Claim(Policy policy, Policy contract, Observer observer) {}

  /**
   * The claims that hold.
   *
   * @param changing the policies that are going to be changed; claims of and on others are passed over
   */
  Claims(PolicySet set, Explorations explored, Set<String> changing, int mostStates) {
    this.mostStates = mostStates;
    this.explorations = ThreadLocal.withInitial(() -> new Explorations(this.mostStates));
    for (Policy policy : set.completePolicies()) {
      for (Contract claim : policy.contracts()) {
        Policy contract = set.policies().get(claim.policy());
        boolean asked = changing.contains(policy.name()) || changing.contains(claim.policy());
        Optional<Observer> observer = policy.vocabulary().observer("default");
        if (asked
            && contract != null
            && !contract.isAbstract()
            && contract.vocabulary().name().equals(policy.vocabulary().name())
            && observer.isPresent()) {
          Claim each = new Claim(policy, contract, observer.get());
          if (holds(each, Map.of(), explored, explored).orElse(false)) {
            kept.add(each);
          }
        }
      }
    }
  }

  /**
   * The contract, if any, that a policy no longer refines.
   *
   * @param different the policies that were changed
   * @param changed what can be reached of these
   */
  Optional<String> broken(Map<String, Policy> different, Explorations changed) {
    for (Claim claim : kept) {
      boolean touched = different.containsKey(claim.policy().name())
          || different.containsKey(claim.contract().name());
      if (touched && !holds(claim, different, changed, explorations.get()).orElse(true)) {
        return Optional.of(claim.contract().name());
      }
    }
    return Optional.empty();
  }

  /** Whether a claim holds; unknown where a policy is out of order. */
  private static Optional<Boolean> holds(
      Claim claim, Map<String, Policy> different, Explorations changed, Explorations written) {
    Optional<Side> policy = side(claim.policy(), different, changed, written);
    Optional<Side> contract = side(claim.contract(), different, changed, written);
    return policy.isPresent() && contract.isPresent()
        ? Optional.of(
            Refinement.judge(policy.get(), contract.get(), claim.observer()).holds())
        : Optional.empty();
  }

  private static Optional<Side> side(
      Policy policy, Map<String, Policy> different, Explorations changed, Explorations written) {
    Policy now = different.get(policy.name());
    Policy asked = now == null ? policy : now;
    Explorations of = now == null ? written : changed;
    if (!asked.sound() || !of.of(asked).clean() || of.of(asked).dense().states() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Side(asked.name(), of.of(asked).dense(), of.of(asked).dense().variants()));
  }
}
