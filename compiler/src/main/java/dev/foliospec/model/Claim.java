package dev.foliospec.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a property claims of a policy. */
public sealed interface Claim {
  /**
   * {@code always P} or {@code never P}, of every reachable state.
   *
   * @param never whether it is {@code never}
   * @param state the P
   */
  record Always(boolean never, Expression state) implements Claim {}

  /**
   * {@code after E when C: Q}, of every reachable transition by these events.
   *
   * @param triggers the events, each once or more with different arguments
   * @param when which of their transitions
   * @param holds what must hold of them
   */
  record After(List<Trigger> triggers, Optional<Expression> when, Expression holds)
      implements Claim {
    /** Copies the list. */
    public After {
      triggers = List.copyOf(triggers);
    }
  }

  /**
   * {@code reachable P}: there is such a state.
   *
   * @param state the P
   */
  record Reachable(Expression state) implements Claim {}

  /**
   * {@code from P can reach Q}: every reachable P-state has a path to a Q-state.
   *
   * @param from the P
   * @param goal the Q
   * @param by the events that the path may use, by name; empty for all
   */
  record CanReach(Expression from, Expression goal, Set<String> by) implements Claim {
    /** Copies the set. */
    public CanReach {
      by = Set.copyOf(by);
    }
  }

  /**
   * An event that a claim is about.
   *
   * @param event the event
   * @param arguments one for each of its parameters; empty where any will do
   */
  record Trigger(Event event, List<Optional<Value>> arguments) {
    /** Copies the list. */
    public Trigger {
      arguments = List.copyOf(arguments);
    }
  }
}
