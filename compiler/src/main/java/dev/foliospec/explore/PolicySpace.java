package dev.foliospec.explore;

import dev.foliospec.engine.Expander;
import dev.foliospec.engine.Space;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import java.util.Arrays;

/**
 * The states of a policy or system as a space to search: pairs of configuration and state, by rank.
 *
 * <p>For those that reach more states than {@link Dense} could hold the answers of: a search keeps a
 * few bytes of each state and no answers.
 */
public final class PolicySpace implements Space {
  private final Policy policy;
  private final Layout layout;
  private final int mostInputs;

  private PolicySpace(Policy policy, Layout layout, int mostInputs) {
    this.policy = policy;
    this.layout = layout;
    this.mostInputs = mostInputs;
  }

  /**
   * The space of a policy, which must be sound and complete.
   *
   * @throws IllegalArgumentException if its states are more than can be numbered
   */
  public static PolicySpace of(Policy policy, Limits limits) {
    Layout layout = new Layout(policy);
    if (layout.ranks < 0) {
      throw new IllegalArgumentException(policy.name() + " has more than 2^62 states");
    }
    return new PolicySpace(policy, layout, limits.inputs());
  }

  @Override
  public long ranks() {
    return layout.ranks;
  }

  /** The initial state of each configuration. */
  @Override
  public long[] initials() {
    return layout.initials();
  }

  /** The rank of a state. */
  public long rank(Configuration configuration, State state) {
    return layout.rank(configuration, state);
  }

  @Override
  public Expander expander() {
    return policy.lifting().isPresent()
        ? new WideSpace(policy, mostInputs).expander()
        : new Answers(new Behaviour(policy, new Layout(policy)));
  }

  /** Works out the successors of a state by answering every input in it. */
  private static final class Answers implements Expander {
    private final Behaviour behaviour;
    private final Evaluation evaluation;
    private final int[] frame;
    private long[] buffer = new long[64];
    private int filled;

    Answers(Behaviour behaviour) {
      this.behaviour = behaviour;
      evaluation = behaviour.evaluation;
      frame = evaluation.frame;
    }

    @Override
    public long[] buffer() {
      return buffer;
    }

    @Override
    public int expand(long state) {
      filled = 0;
      behaviour.layout.unrank(state, frame);
      for (Part event : behaviour.events) {
        answers(state, event);
      }
      return filled;
    }

    /** Answers an event with all its arguments and chances. */
    private void answers(long state, Part part) {
      int[] places = part.inputPlaces;
      for (int place : places) {
        frame[place] = 0;
      }
      int at;
      do {
        evaluation.answer(part, true);
        keep(state, evaluation.moves, evaluation.edges);
        at = places.length - 1;
        while (at >= 0 && ++frame[places[at]] == behaviour.layout.size(places[at])) {
          frame[places[at--]] = 0;
        }
      } while (at >= 0);
    }

    private void keep(long state, long[] moves, int edges) {
      if (filled + edges > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(filled + edges, 2 * buffer.length));
      }
      long last = filled == 0 ? state : buffer[filled - 1];
      for (int edge = 0; edge < edges; edge++) {
        long to = state + moves[edge];
        if (to != state && to != last) {
          buffer[filled++] = to;
          last = to;
        }
      }
    }
  }
}
