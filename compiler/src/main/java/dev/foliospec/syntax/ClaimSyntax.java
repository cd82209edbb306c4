package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/** What a property claims. */
public sealed interface ClaimSyntax {
  /** The clause. */
  Span at();

  /** {@code always P} or {@code never P}: every reachable state. */
  record Always(boolean never, ExpressionSyntax holds, Span at) implements ClaimSyntax {}

  /**
   * {@code after convert(private, -) when C: Q}: every reachable transition.
   *
   * @param calls the events, empty for {@code any}
   * @param actor whose events
   * @param when which transitions
   * @param holds what must hold of them
   * @param at the clause
   */
  record After(
      List<CallSyntax> calls,
      Optional<Name> actor,
      Optional<ExpressionSyntax> when,
      ExpressionSyntax holds,
      Span at)
      implements ClaimSyntax {
    /** Copies the list. */
    public After {
      calls = List.copyOf(calls);
    }
  }

  /** {@code reachable P}: some state. */
  record Reachable(ExpressionSyntax holds, Span at) implements ClaimSyntax {}

  /**
   * {@code from P can reach Q by host}: from every reachable P-state some path.
   *
   * @param from the P
   * @param reach the Q
   * @param by events or actors that the path may use, empty for all
   * @param at the clause
   */
  record CanReach(ExpressionSyntax from, ExpressionSyntax reach, List<Name> by, Span at)
      implements ClaimSyntax {
    /** Copies the list. */
    public CanReach {
      by = List.copyOf(by);
    }
  }
}
