package dev.foliospec.explore;

import dev.foliospec.model.Claim;
import dev.foliospec.model.Expression;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of every state, or of every transition, of a system that is too large to be kept.
 */
public final class WideQuestion {
  final boolean ofStates;
  final Expression holds;
  final boolean truth;
  final List<Claim.Trigger> triggers;
  final Optional<Expression> when;
  private final boolean[] configurations;

  private WideQuestion(
      boolean ofStates,
      Expression holds,
      boolean truth,
      List<Claim.Trigger> triggers,
      Optional<Expression> when,
      boolean[] configurations) {
    this.ofStates = ofStates;
    this.holds = holds;
    this.truth = truth;
    this.triggers = triggers;
    this.when = when;
    this.configurations = configurations.clone();
  }

  /**
   * That in every state a condition holds, or does not.
   *
   * @param configurations by number, those that are asked
   */
  public static WideQuestion states(Expression state, boolean truth, boolean[] configurations) {
    return new WideQuestion(true, state, truth, List.of(), Optional.empty(), configurations);
  }

  /**
   * That every transition by some events, where a condition holds, is as it should be.
   *
   * @param configurations by number, those that are asked
   */
  public static WideQuestion transitions(Claim.After after, boolean[] configurations) {
    return new WideQuestion(
        false, after.holds(), true, after.triggers(), after.when(), configurations);
  }

  boolean asks(int configuration) {
    return configurations[configuration];
  }
}
