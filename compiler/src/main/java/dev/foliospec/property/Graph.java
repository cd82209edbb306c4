package dev.foliospec.property;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.engine.Discovery;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a policy can reach, with some ghosts followed.
 *
 * <p>A node is a state together with a value of each ghost; nodes are numbered breadth-first, the
 * initial ones first, one for each configuration in order. Without ghosts the nodes are the states.
 */
final class Graph {
  final Dense dense;
  final List<Ghost> ghosts;

  /** How many nodes there are. */
  final int nodes;

  /** The bound at which it was cut off, if it was. */
  final @Nullable Rule cut;

  /** Without ghosts empty: the state of each node. */
  private final int[] states;

  /** The values of the ghosts of each node, as one number in mixed radix. */
  private final int[] histories;

  private final int[] parents;

  /** Where the edges of each node begin in {@link #targets}. */
  private final int[] offsets;

  private final int[] targets;

  private final List<Ways> ways = new ArrayList<>();

  private Graph(
      Dense dense,
      List<Ghost> ghosts,
      int nodes,
      @Nullable Rule cut,
      int[] states,
      int[] histories,
      int[] parents,
      int[] offsets,
      int[] targets) {
    this.dense = dense;
    this.ghosts = ghosts;
    this.nodes = nodes;
    this.cut = cut;
    this.states = states;
    this.histories = histories;
    this.parents = parents;
    this.offsets = offsets;
    this.targets = targets;
  }

  /** The states alone. */
  static Graph of(Dense dense) {
    int[] none = {};
    return new Graph(dense, List.of(), dense.states(), null, none, none, none, none, none);
  }

  /** The states with ghosts followed, as far as the limits go. */
  static Graph of(Dense dense, List<Ghost> ghosts, Limits limits) {
    return new Following(dense, ghosts, limits).graph();
  }

  int state(int node) {
    return states.length == 0 ? node : states[node];
  }

  /** The position of a ghost's value in its type. */
  int code(int node, int ghost) {
    return code(ghosts, histories[node], ghost);
  }

  private static int code(List<Ghost> ghosts, int history, int ghost) {
    int rest = history;
    for (int at = ghosts.size() - 1; at > ghost; at--) {
      rest /= ghosts.get(at).type().size();
    }
    return rest % ghosts.get(ghost).type().size();
  }

  Value value(int node, int ghost) {
    return ghosts.get(ghost).type().values().get(code(node, ghost));
  }

  /** The node to which an edge of a node's state leads. */
  int target(int node, int edge) {
    return states.length == 0
        ? dense.target(edge)
        : targets[offsets[node] + edge - dense.from(states[node], 0)];
  }

  /** The node from which a node was first reached, or -1. */
  int parent(int node) {
    return states.length == 0 ? dense.parent(node) : parents[node];
  }

  /** The ways back over some inputs, which many properties ask for. */
  Ways ways(boolean[] open) {
    for (Ways each : ways) {
      if (each.over(open)) {
        return each;
      }
    }
    Ways made = new Ways(this, dense, open);
    ways.add(made);
    return made;
  }

  /** How a reaction changes ghosts. */
  static int after(List<Ghost> ghosts, int history, Reaction reaction) {
    int next = 0;
    for (int ghost = 0; ghost < ghosts.size(); ghost++) {
      Ghost each = ghosts.get(ghost);
      int code = code(ghosts, history, ghost);
      for (Effect effect : reaction.effects()) {
        code = after(each, code, effect.name());
      }
      next = next * each.type().size() + code;
    }
    return next;
  }

  private static int after(Ghost ghost, int code, String effect) {
    for (Ghost.Rule rule : ghost.rules()) {
      if (rule.effect().equals(effect)) {
        Optional<Value> value = rule.value();
        long moved =
            value.isPresent() ? ghost.type().position(value.get()) : (long) code + rule.shift();
        return (int) Math.max(0, Math.min(moved, ghost.type().size() - 1));
      }
    }
    return code;
  }

  /** Numbers states with the values of ghosts, breadth-first. */
  private static final class Following {
    private final Dense dense;
    private final List<Ghost> ghosts;
    private final Limits limits;
    private final int ways;

    /** By reaction and history: the next history plus one, or 0 where it was not worked out yet. */
    private final int[][] steps;

    private int[] states = new int[64];
    private int[] histories = new int[64];
    private int[] offsets = new int[64];
    private int[] targets = new int[256];
    private final Discovery numbers = new Discovery();
    private int nodes;
    private int edges;
    private @Nullable Rule cut;

    /** Bytes that all of these take. */
    private long held = 8_000;

    Following(Dense dense, List<Ghost> ghosts, Limits limits) {
      this.dense = dense;
      this.ghosts = ghosts;
      this.limits = limits;
      long product = 1;
      for (Ghost ghost : ghosts) {
        product = Math.min(product * ghost.type().size(), 1L << 24);
      }
      ways = (int) product;
      cut = product == 1L << 24 ? Rule.TOO_MANY_STATES : null;
      steps = new int[dense.reactions().size()][];
    }

    Graph graph() {
      if (cut == null) {
        search();
      }
      return new Graph(
          dense, ghosts, nodes, cut, states, histories, numbers.parents(), offsets, targets);
    }

    private void search() {
      int start = 0;
      for (Ghost ghost : ghosts) {
        start = start * ghost.type().size() + ghost.type().position(ghost.initial());
      }
      for (int state = 0; state < dense.initials(); state++) {
        number(state, start, -1);
      }
      for (int node = 0; node < nodes && cut == null; node++) {
        int state = states[node];
        offsets[node] = edges;
        int end = dense.inputs() == 0 ? 0 : dense.to(state, dense.inputs() - 1);
        int begin = dense.inputs() == 0 ? 0 : dense.from(state, 0);
        if (edges + end - begin > targets.length) {
          int length = Math.max(edges + end - begin, targets.length * 2);
          if (!room(4L * length, 4L * targets.length)) {
            return;
          }
          targets = Arrays.copyOf(targets, length);
        }
        for (int edge = begin; edge < end; edge++) {
          targets[edges++] =
              number(dense.target(edge), next(dense.reaction(edge), histories[node]), node);
        }
      }
    }

    private int next(int reaction, int history) {
      int[] known = steps[reaction];
      if (known == null) {
        known = new int[ways];
        steps[reaction] = known;
      }
      if (known[history] == 0) {
        known[history] = after(ghosts, history, dense.reactions().get(reaction)) + 1;
      }
      return known[history] - 1;
    }

    private int number(int state, int history, int parent) {
      long key = (long) state * ways + history;
      int known = numbers.find(key);
      if (known >= 0) {
        return known;
      }
      if (nodes == limits.states()) {
        cut = Rule.TOO_MANY_STATES;
        return 0;
      }
      long growth = numbers.growth();
      if (growth > 0 && !room(growth, growth / 2)) {
        return 0;
      }
      if (nodes == states.length) {
        if (!room(24L * nodes, 12L * nodes)) {
          return 0;
        }
        states = Arrays.copyOf(states, nodes * 2);
        histories = Arrays.copyOf(histories, nodes * 2);
        offsets = Arrays.copyOf(offsets, nodes * 2);
      }
      states[nodes] = state;
      histories[nodes] = history;
      nodes++;
      return numbers.add(key, parent, -1);
    }

    /** Whether there is memory for something larger while the smaller is still there. */
    private boolean room(long larger, long smaller) {
      if (held + larger > limits.bytes()) {
        cut = Rule.TOO_MUCH_MEMORY;
        return false;
      }
      held += larger - smaller;
      return true;
    }
  }

  /** Whether an input is answered in a node, so that there are transitions. */
  boolean answered(int state, int input) {
    return dense.kind(state, input) == PointKind.ANSWERED;
  }
}
