package dev.foliospec.property;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  /** Whether it was cut off because there are too many nodes. */
  final boolean cut;

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
      boolean cut,
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
    return new Graph(dense, List.of(), dense.states(), false, none, none, none, none, none);
  }

  /** The states with ghosts followed; at most so many nodes. */
  static Graph of(Dense dense, List<Ghost> ghosts, int most) {
    return new Following(dense, ghosts, most).graph();
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
    private final int most;
    private final int ways;

    /** By reaction and history: the next history plus one, or 0 where it was not worked out yet. */
    private final int[][] steps;

    private int[] states = new int[64];
    private int[] histories = new int[64];
    private int[] parents = new int[64];
    private int[] offsets = new int[64];
    private int[] targets = new int[256];
    private int[] table = new int[256];
    private int nodes;
    private int edges;
    private boolean cut;

    Following(Dense dense, List<Ghost> ghosts, int most) {
      this.dense = dense;
      this.ghosts = ghosts;
      this.most = most;
      long product = 1;
      for (Ghost ghost : ghosts) {
        product = Math.min(product * ghost.type().size(), 1L << 24);
      }
      ways = (int) product;
      cut = product == 1L << 24;
      steps = new int[dense.reactions().size()][];
    }

    Graph graph() {
      if (!cut) {
        search();
      }
      return new Graph(dense, ghosts, nodes, cut, states, histories, parents, offsets, targets);
    }

    private void search() {
      int start = 0;
      for (Ghost ghost : ghosts) {
        start = start * ghost.type().size() + ghost.type().position(ghost.initial());
      }
      for (int state = 0; state < dense.initials(); state++) {
        number(state, start, -1);
      }
      for (int node = 0; node < nodes && !cut; node++) {
        int state = states[node];
        offsets[node] = edges;
        int end = dense.inputs() == 0 ? 0 : dense.to(state, dense.inputs() - 1);
        int begin = dense.inputs() == 0 ? 0 : dense.from(state, 0);
        if (edges + end - begin > targets.length) {
          targets = Arrays.copyOf(targets, Math.max(edges + end - begin, targets.length * 2));
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
      int mask = table.length - 1;
      long key = (long) state * ways + history;
      int at = hash(key) & mask;
      while (table[at] != 0) {
        int known = table[at] - 1;
        if (states[known] == state && histories[known] == history) {
          return known;
        }
        at = (at + 1) & mask;
      }
      if (nodes == most) {
        cut = true;
        return 0;
      }
      if (nodes == states.length) {
        states = Arrays.copyOf(states, nodes * 2);
        histories = Arrays.copyOf(histories, nodes * 2);
        parents = Arrays.copyOf(parents, nodes * 2);
        offsets = Arrays.copyOf(offsets, nodes * 2);
      }
      states[nodes] = state;
      histories[nodes] = history;
      parents[nodes] = parent;
      table[at] = ++nodes;
      if (nodes * 2 > table.length) {
        grow();
      }
      return nodes - 1;
    }

    private static int hash(long key) {
      long mixed = key * 0x9E3779B97F4A7C15L;
      return (int) (mixed >>> 32) ^ (int) (mixed >>> 15);
    }

    private void grow() {
      table = new int[table.length * 2];
      int mask = table.length - 1;
      for (int node = 0; node < nodes; node++) {
        int at = hash((long) states[node] * ways + histories[node]) & mask;
        while (table[at] != 0) {
          at = (at + 1) & mask;
        }
        table[at] = node + 1;
      }
    }
  }

  /** Whether an input is answered in a node, so that there are transitions. */
  boolean answered(int state, int input) {
    return dense.kind(state, input) == PointKind.ANSWERED;
  }
}
