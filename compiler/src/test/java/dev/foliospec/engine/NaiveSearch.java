package dev.foliospec.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The plainest search there is, over lists of digits; and what is wrong with another's result. */
final class NaiveSearch {
  private final RandomProduct product;
  private final Map<List<Integer>, Integer> depths = new HashMap<>();

  NaiveSearch(RandomProduct product) {
    this.product = product;
    ArrayDeque<List<Integer>> queue = new ArrayDeque<>();
    for (List<Integer> initial : product.initials) {
      if (depths.putIfAbsent(initial, 0) == null) {
        queue.add(initial);
      }
    }
    while (!queue.isEmpty()) {
      List<Integer> state = queue.remove();
      int depth = depths.getOrDefault(state, 0);
      for (RandomProduct.Step step : product.steps) {
        if (step.possible(state) && depths.putIfAbsent(step.taken(state), depth + 1) == null) {
          queue.add(step.taken(state));
        }
      }
    }
  }

  int states() {
    return depths.size();
  }

  /** What another search of the same product got wrong, where it searched all of it. */
  List<String> complaints(Reached reached) {
    List<String> wrong = new ArrayList<>();
    if (reached.states() != depths.size()) {
      wrong.add(reached.states() + " states, not " + depths.size());
    }
    Map<Integer, TreeSet<Long>> layers = new TreeMap<>();
    depths.forEach(
        (state, depth) -> layers.computeIfAbsent(depth, any -> new TreeSet<>()).add(rank(state)));
    if (reached.layers() != layers.size()) {
      wrong.add(reached.layers() + " layers, not " + layers.size());
    }
    for (int layer = 0; layer < Math.min(reached.layers(), layers.size()); layer++) {
      List<Long> states = new ArrayList<>();
      for (long state : reached.layer(layer)) {
        states.add(state);
      }
      if (!states.equals(List.copyOf(layers.get(layer)))) {
        wrong.add("layer " + layer + " is " + states + ", not " + layers.get(layer));
      }
    }
    if (wrong.isEmpty()) {
      wrongMembers(reached, wrong);
      wrongBreach(reached, wrong);
      wrongPaths(reached, wrong);
    }
    return wrong;
  }

  private void wrongMembers(Reached reached, List<String> wrong) {
    long ranks = 1;
    for (int size : product.sizes) {
      ranks *= size;
    }
    for (long rank = 0; rank < ranks; rank++) {
      if (reached.contains(rank) != depths.containsKey(digits(rank))) {
        wrong.add(rank + " is reached: " + reached.contains(rank));
      }
    }
  }

  private void wrongBreach(Reached reached, List<String> wrong) {
    List<Breach> expected = depths.entrySet().stream()
        .filter(entry -> !product.lucky(entry.getKey()))
        .map(entry -> new Breach(0, entry.getValue(), rank(entry.getKey())))
        .sorted((one, other) -> one.layer() != other.layer()
            ? Integer.compare(one.layer(), other.layer())
            : Long.compare(one.state(), other.state()))
        .limit(1)
        .toList();
    if (!reached.breaches().equals(expected)) {
      wrong.add("breaches are " + reached.breaches() + ", not " + expected);
    }
  }

  private void wrongPaths(Reached reached, List<String> wrong) {
    for (Breach breach : reached.breaches()) {
      wrong.addAll(complaints(reached.path(breach), breach));
    }
    int last = reached.layers() - 1;
    Breach far = new Breach(0, last, reached.layer(last)[0]);
    wrong.addAll(complaints(reached.path(far), far));
  }

  /** What is wrong with a way to a state. */
  List<String> complaints(long[] path, Breach to) {
    List<String> wrong = new ArrayList<>();
    if (path.length != to.layer() + 1 || path[path.length - 1] != to.state()) {
      wrong.add("a path of " + path.length + " states does not lead to " + to);
    }
    for (int at = 0; at < path.length; at++) {
      List<Integer> state = digits(path[at]);
      if (!Integer.valueOf(at).equals(depths.get(state))) {
        wrong.add("state " + at + " of a path is not " + at + " steps away");
      }
      if (at > 0 && path[at - 1] != leastBefore(path[at], at - 1)) {
        wrong.add(path[at - 1] + " is not the least that leads to " + path[at]);
      }
    }
    return wrong;
  }

  private long leastBefore(long state, int depth) {
    List<Integer> to = digits(state);
    long least = Long.MAX_VALUE;
    for (Map.Entry<List<Integer>, Integer> entry : depths.entrySet()) {
      if (entry.getValue() == depth
          && product.steps.stream()
              .anyMatch(step ->
                  step.possible(entry.getKey()) && step.taken(entry.getKey()).equals(to))) {
        least = Math.min(least, rank(entry.getKey()));
      }
    }
    return least;
  }

  private long rank(List<Integer> state) {
    long rank = 0;
    for (int at = 0; at < product.sizes.length; at++) {
      rank = rank * product.sizes[at] + state.get(at);
    }
    return rank;
  }

  private List<Integer> digits(long rank) {
    List<Integer> digits = new ArrayList<>();
    long rest = rank;
    for (int at = product.sizes.length - 1; at >= 0; at--) {
      digits.add(0, (int) (rest % product.sizes[at]));
      rest /= product.sizes[at];
    }
    return digits;
  }
}
