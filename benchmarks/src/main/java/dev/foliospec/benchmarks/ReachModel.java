package dev.foliospec.benchmarks;

import dev.foliospec.engine.Moves;
import dev.foliospec.engine.Product;
import dev.foliospec.engine.Watch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Pages with the same random table of twelve events, of which 45 % of the cells reject. The last
 * event of a page is possible only while the next page, in a circle, is in the lower half of its
 * states. At each state an invariant is checked: the marks of the pages' states do not exceed three
 * a page. All combinations are reachable, so counts can be checked.
 */
final class ReachModel {
  static final int EVENTS = 12;

  final int pages;
  final int states;

  /** By state and event, the next state, or the same where the event is rejected. */
  final int[][] next;

  /** By state, 0 to 3. */
  final int[] marks;

  ReachModel(int pages, int states) {
    this.pages = pages;
    this.states = states;
    Random random = new Random(states);
    int[][] made = table(random, states);
    while (!connected(made)) {
      made = table(random, states);
    }
    next = made;
    marks = random.ints(states, 0, 4).toArray();
  }

  private static int[][] table(Random random, int states) {
    int[][] made = new int[states][EVENTS];
    for (int state = 0; state < states; state++) {
      for (int event = 0; event < EVENTS; event++) {
        made[state][event] = random.nextInt(100) < 45 ? state : random.nextInt(states);
      }
    }
    return made;
  }

  /** Whether every state can be reached without the event that another page can keep from it. */
  private static boolean connected(int[][] next) {
    boolean[] reached = new boolean[next.length];
    List<Integer> queue = new ArrayList<>(List.of(0));
    reached[0] = true;
    for (int at = 0; at < queue.size(); at++) {
      for (int event = 0; event < EVENTS - 1; event++) {
        int to = next[queue.get(at)][event];
        if (!reached[to]) {
          reached[to] = true;
          queue.add(to);
        }
      }
    }
    return queue.size() == next.length;
  }

  /** How many states all pages together have. */
  long all() {
    long product = 1;
    for (int page = 0; page < pages; page++) {
      product *= states;
    }
    return product;
  }

  Product space() {
    int[] sizes = new int[pages];
    Arrays.fill(sizes, states);
    Product.Builder builder = Product.of(sizes).initially(new int[pages]);
    List<Boolean> lower = new ArrayList<>();
    for (int state = 0; state < states; state++) {
      lower.add(state < states / 2);
    }
    for (int page = 0; page < pages; page++) {
      Product.While guard = new Product.While((page + 1) % pages, lower);
      for (int state = 0; state < states; state++) {
        for (int event = 0; event < EVENTS - 1; event++) {
          builder.step(page, state, next[state][event]);
        }
        builder.step(page, state, next[state][EVENTS - 1], guard);
      }
    }
    return builder.space();
  }

  Watch invariant() {
    return expander -> {
      Moves moves = (Moves) expander;
      return (state, successors) -> {
        int sum = 0;
        for (int page = 0; page < pages; page++) {
          sum += marks[moves.digit(page)];
        }
        return sum <= 3 * pages;
      };
    };
  }
}
