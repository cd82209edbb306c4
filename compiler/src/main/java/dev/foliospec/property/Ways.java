package dev.foliospec.property;

import dev.foliospec.explore.Dense;
import java.util.Arrays;

/** From where each node of a graph is reached in one step, where paths may use some inputs alone. */
final class Ways {
  private final boolean[] open;
  private final int nodes;

  /** Where the sources of each node begin; each source is there once. */
  private final int[] starts;

  private final int[] sources;

  Ways(Graph graph, Dense dense, boolean[] open) {
    this.open = open;
    nodes = graph.nodes;
    starts = new int[nodes + 1];
    int[] last = new int[nodes];
    Arrays.fill(last, -1);
    for (int node = 0; node < nodes; node++) {
      int state = graph.state(node);
      for (int input = 0; input < open.length; input++) {
        if (open[input] && graph.answered(state, input)) {
          int end = dense.to(state, input);
          for (int edge = dense.from(state, input); edge < end; edge++) {
            int target = graph.target(node, edge);
            if (last[target] != node) {
              last[target] = node;
              starts[target]++;
            }
          }
        }
      }
    }
    int total = 0;
    for (int node = 0; node <= nodes; node++) {
      total += starts[node];
      starts[node] = total;
    }
    sources = new int[total];
    Arrays.fill(last, -1);
    for (int node = nodes - 1; node >= 0; node--) {
      int state = graph.state(node);
      for (int input = 0; input < open.length; input++) {
        if (open[input] && graph.answered(state, input)) {
          int end = dense.to(state, input);
          for (int edge = dense.from(state, input); edge < end; edge++) {
            int target = graph.target(node, edge);
            if (last[target] != node) {
              last[target] = node;
              sources[--starts[target]] = node;
            }
          }
        }
      }
    }
  }

  /** Whether paths may use just these inputs. */
  boolean over(boolean[] inputs) {
    return Arrays.equals(open, inputs);
  }

  /** Adds to a set all nodes from which a path leads into it. */
  void back(long[] good) {
    int[] queue = new int[nodes];
    int end = 0;
    for (int node = 0; node < nodes; node++) {
      if (Bits.has(good, node)) {
        queue[end++] = node;
      }
    }
    for (int at = 0; at < end; at++) {
      for (int each = starts[queue[at]]; each < starts[queue[at] + 1]; each++) {
        int source = sources[each];
        if (!Bits.has(good, source)) {
          Bits.add(good, source);
          queue[end++] = source;
        }
      }
    }
  }
}
