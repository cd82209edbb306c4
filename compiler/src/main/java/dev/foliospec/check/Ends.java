package dev.foliospec.check;

import dev.foliospec.explore.Dense;
import java.util.Arrays;

/**
 * Where runs end up: the groups of reachable states out of which no event leads, and within which
 * each state is reached from each other.
 */
final class Ends {
  private final Dense dense;

  /** By state: the number of its strongly connected component. */
  private final int[] component;

  private int components;

  /** By component: whether something leads out of it, and how many states it has. */
  private final boolean[] open;

  private final int[] sizes;

  Ends(Dense dense) {
    this.dense = dense;
    component = new int[dense.states()];
    new Search().all();
    open = new boolean[components];
    sizes = new int[components];
    for (int state = 0; state < component.length; state++) {
      sizes[component[state]]++;
      for (int edge = first(state); edge < end(state); edge++) {
        open[component[state]] |= component[dense.target(edge)] != component[state];
      }
    }
  }

  /** By state: whether no event changes it. */
  boolean[] stuck() {
    boolean[] stuck = new boolean[component.length];
    for (int state = 0; state < stuck.length; state++) {
      stuck[state] = !open[component[state]] && sizes[component[state]] == 1;
    }
    return stuck;
  }

  /**
   * By state: whether it is in a group of several that no event leaves, smaller than what else its
   * configuration reaches.
   */
  boolean[] closed() {
    int[] configurations = dense.configurations();
    int[] reached = new int[dense.initials()];
    for (int each : configurations) {
      reached[each]++;
    }
    boolean[] closed = new boolean[component.length];
    for (int state = 0; state < closed.length; state++) {
      int size = sizes[component[state]];
      closed[state] =
          !open[component[state]] && size > 1 && size < reached[configurations[state]] - size;
    }
    return closed;
  }

  /** The group of a state, as a number. */
  int group(int state) {
    return component[state];
  }

  private int first(int state) {
    return dense.inputs() == 0 ? 0 : dense.from(state, 0);
  }

  private int end(int state) {
    return dense.inputs() == 0 ? 0 : dense.to(state, dense.inputs() - 1);
  }

  /** Tarjan's search for strongly connected components, without recursion. */
  private final class Search {
    private final int[] numbers = new int[component.length];
    private final int[] lowest = new int[component.length];
    private final int[] stack = new int[component.length];
    private final int[] path = new int[component.length];
    private final int[] edges = new int[component.length];
    private int height;
    private int found;

    void all() {
      Arrays.fill(component, -1);
      for (int state = 0; state < component.length; state++) {
        if (numbers[state] == 0) {
          from(state);
        }
      }
    }

    private void from(int start) {
      int depth = 0;
      enter(start, depth);
      while (depth >= 0) {
        int state = path[depth];
        if (edges[depth] < end(state)) {
          int target = dense.target(edges[depth]++);
          if (numbers[target] == 0) {
            enter(target, ++depth);
          } else if (component[target] < 0) {
            lowest[state] = Math.min(lowest[state], numbers[target]);
          }
        } else {
          if (lowest[state] == numbers[state]) {
            close(state);
          }
          depth--;
          if (depth >= 0) {
            lowest[path[depth]] = Math.min(lowest[path[depth]], lowest[state]);
          }
        }
      }
    }

    private void enter(int state, int depth) {
      numbers[state] = ++found;
      lowest[state] = found;
      stack[height++] = state;
      path[depth] = state;
      edges[depth] = first(state);
    }

    private void close(int state) {
      int member;
      do {
        member = stack[--height];
        component[member] = components;
      } while (member != state);
      components++;
    }
  }
}
