package dev.foliospec.diff;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.observe.Answers;
import dev.foliospec.observe.Sights;
import dev.foliospec.observe.Tracker;

/** What a comparison knows of one of its two policies. */
final class Half {
  final Dense dense;
  private final Sights.Of seen;
  private final Tracker tracker;
  private final int[] eventOf;

  Half(Dense dense, Sights sights) {
    this.dense = dense;
    seen = sights.new Of(dense);
    int[][] groups = new int[dense.inputs()][];
    eventOf = new int[dense.inputs()];
    for (int input = 0; input < groups.length; input++) {
      groups[input] = new int[] {input};
      eventOf[input] = dense.eventOf(input);
    }
    tracker = new Tracker(dense, seen, groups, null);
  }

  /** Bytes that grow with the sets that were met, about. */
  long bytes() {
    return tracker.bytes();
  }

  boolean single(int set) {
    return set < dense.states();
  }

  int[] members(int set) {
    return tracker.members(set);
  }

  Answers answers(int set, int input) {
    return tracker.answers(set, input);
  }

  /** The set of all states that the answers of a set may lead to. */
  int all(Answers answers) {
    return tracker.all(answers);
  }

  long sight(int input, int edge) {
    return seen.edge(eventOf[input], edge);
  }

  /** The only edge of an input in a single state, or -1. */
  int only(int state, int input) {
    if (dense.kind(state, input) != PointKind.ANSWERED) {
      return -1;
    }
    int edge = dense.from(state, input);
    return dense.to(state, input) == edge + 1 ? edge : -1;
  }

  /** The first edge of a state that looks so, whatever it looks like where nothing was seen, or -1. */
  int edge(int state, int input, long sight) {
    if (dense.kind(state, input) == PointKind.ANSWERED) {
      for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
        if (sight == Path.NOTHING_SEEN || sight(input, edge) == sight) {
          return edge;
        }
      }
    }
    return -1;
  }

  /** The first edge of a state that looks so and leads to a given state, or -1. */
  int edge(int state, int input, long sight, int target) {
    if (dense.kind(state, input) == PointKind.ANSWERED) {
      for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
        if (dense.target(edge) == target
            && (sight == Path.NOTHING_SEEN || sight(input, edge) == sight)) {
          return edge;
        }
      }
    }
    return -1;
  }
}
