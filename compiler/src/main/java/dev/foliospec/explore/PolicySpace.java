package dev.foliospec.explore;

import dev.foliospec.engine.Expander;
import dev.foliospec.engine.Space;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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
    int[] frame = layout.frame();
    long[] initials = new long[layout.configurations];
    for (int configuration = 0; configuration < initials.length; configuration++) {
      layout.configure(configuration, frame);
      layout.begin(frame);
      initials[configuration] = layout.rank(frame);
    }
    return initials;
  }

  /** The rank of a state. */
  public long rank(Configuration configuration, State state) {
    return layout.rank(configuration, state);
  }

  @Override
  public Expander expander() {
    Layout own = new Layout(policy);
    Lifting lifting = policy.lifting().orElse(null);
    Together pages = lifting == null ? null : new Together(policy, lifting, own, mostInputs);
    return new Answers(new Behaviour(policy, own), pages);
  }

  /** Works out the successors of a state by answering every input in it. */
  private static final class Answers implements Expander {
    private final Behaviour behaviour;
    private final Evaluation evaluation;
    private final @Nullable Together pages;
    private final int[] frame;
    private long[] buffer = new long[64];
    private int filled;

    Answers(Behaviour behaviour, @Nullable Together pages) {
      this.behaviour = behaviour;
      this.pages = pages;
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
      if (pages != null) {
        pages.at(frame);
      }
      for (int event = 0; event < behaviour.events.length; event++) {
        if (pages != null) {
          for (int way = 0; way < pages.calls.ways(event); way++) {
            pages.answer(event, way, frame);
            keep(state, pages.moves, pages.edges);
          }
        } else {
          answers(state, behaviour.events[event]);
        }
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
