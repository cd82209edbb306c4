package dev.foliospec.property;

import dev.foliospec.diagnostic.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a property in one policy.
 *
 * @param asked whether the policy, or some variant of it, is one of those that the property is about
 *     and has the events of which it speaks; if not, nothing else is said
 * @param occurs whether the case of which it speaks ever occurs
 * @param variants in how many variants it was asked
 * @param failures the shortest in each variant that does not keep it and is no exception, the
 *     shortest of all first
 * @param needed the exceptions without which there would be more failures, by their position
 * @param witness of a {@code reachable} state that is reached: the shortest run
 * @param bound the bound that the states go beyond with ghosts followed, so that nothing is known
 */
public record Judgement(
    boolean asked,
    boolean occurs,
    int variants,
    List<Failure> failures,
    Set<Integer> needed,
    Optional<Run> witness,
    Optional<Rule> bound) {
  static final Judgement NOT_ASKED =
      new Judgement(false, false, 0, List.of(), Set.of(), Optional.empty(), Optional.empty());

  static Judgement cutAt(Rule bound) {
    return new Judgement(true, true, 0, List.of(), Set.of(), Optional.empty(), Optional.of(bound));
  }

  /** Copies the collections. */
  public Judgement {
    failures = List.copyOf(failures);
    needed = Set.copyOf(needed);
  }

  /** Whether there are too many states with ghosts followed, so that nothing is known. */
  public boolean cut() {
    return bound.isPresent();
  }

  /**
   * A variant that does not keep a property.
   *
   * @param variant its position among the policy's
   * @param run the shortest run that shows it; none where a state is never reached
   */
  public record Failure(int variant, Optional<Run> run) {}
}
