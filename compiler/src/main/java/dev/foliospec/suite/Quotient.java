package dev.foliospec.suite;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.model.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The reachable states of a policy, those in one class that answer alike for ever: by refining a
 * partition until no class can be split, over what is seen.
 *
 * <p>Inputs are those that a test can make happen and may: events that somebody sees, with chances
 * as usual, at points where the policy answers. Events that nobody sees may happen before each of
 * them, so that an input has the answers of all states that they lead to.
 */
final class Quotient {
  private final Dense dense;
  private final int[] inputs;
  private final int[][] edges;
  private final boolean[][] refutes;
  private final int[] classOf;
  private int[] first = new int[0];
  private int classes;

  /** Finds the classes of a policy's states. */
  Quotient(Dense dense) {
    this.dense = dense;
    List<Integer> seen = new ArrayList<>();
    List<Integer> silent = new ArrayList<>();
    for (int input = 0; input < dense.inputs(); input++) {
      if (dense.input(input).event().silent()) {
        silent.add(input);
      } else if (isUsual(dense.input(input))) {
        seen.add(input);
      }
    }
    inputs = seen.stream().mapToInt(each -> each).toArray();
    classOf = new int[dense.states()];
    Sights sights = new Sights(dense);
    edges = new int[dense.states() * inputs.length][];
    int[] events = Arrays.stream(inputs).map(dense::eventOf).toArray();
    for (int state = 0; state < dense.states(); state++) {
      int[] among = silently(state, silent);
      for (int at = 0; at < inputs.length; at++) {
        edges[state * inputs.length + at] = edges(among, inputs[at], events[at], sights);
      }
    }
    refutes = sights.refutations();
    refine();
  }

  private boolean isUsual(Input input) {
    for (int at = 0; at < input.chances().size(); at++) {
      if (!input.chances().get(at).equals(dense.policy().chances().get(at).usual())) {
        return false;
      }
    }
    return true;
  }

  /** A state, and those to which events lead that nobody sees. */
  private int[] silently(int state, List<Integer> silent) {
    List<Integer> among = new ArrayList<>(List.of(state));
    for (int at = 0; at < among.size(); at++) {
      for (int input : silent) {
        if (dense.kind(among.get(at), input) == PointKind.ANSWERED) {
          for (int edge = dense.from(among.get(at), input);
              edge < dense.to(among.get(at), input);
              edge++) {
            if (!among.contains(dense.target(edge))) {
              among.add(dense.target(edge));
            }
          }
        }
      }
    }
    return among.stream().mapToInt(each -> each).toArray();
  }

  /** Pairs of what is seen and the next state; none where the input may not be tried. */
  private int[] edges(int[] among, int input, int event, Sights sights) {
    int count = 0;
    for (int state : among) {
      if (dense.kind(state, input) != PointKind.ANSWERED) {
        return new int[0];
      }
      count += dense.to(state, input) - dense.from(state, input);
    }
    int[] edges = new int[2 * count];
    int at = 0;
    for (int state : among) {
      for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
        edges[at++] = sights.of(event, dense.reaction(edge));
        edges[at++] = dense.target(edge);
      }
    }
    return edges;
  }

  private void refine() {
    int before;
    classes = 1;
    do {
      before = classes;
      Map<List<Long>, Integer> numbers = new HashMap<>();
      int[] refined = new int[classOf.length];
      int[] heads = new int[classOf.length];
      for (int state = 0; state < classOf.length; state++) {
        Integer number = numbers.putIfAbsent(signature(state), numbers.size());
        if (number == null) {
          number = numbers.size() - 1;
          heads[number] = state;
        }
        refined[state] = number;
      }
      System.arraycopy(refined, 0, classOf, 0, refined.length);
      classes = numbers.size();
      first = Arrays.copyOf(heads, classes);
    } while (classes > before);
  }

  /** What makes a state different from others, as far as classes are known. */
  private List<Long> signature(int state) {
    List<Long> signature = new ArrayList<>();
    signature.add((long) classOf[state]);
    for (int at = 0; at < inputs.length; at++) {
      long[] some = pairs(edges[state * inputs.length + at]);
      signature.add((long) some.length);
      for (long each : some) {
        signature.add(each);
      }
    }
    return signature;
  }

  /** What is seen, shifted, with the class of the next state; sorted, each once. */
  private long[] pairs(int[] some) {
    long[] pairs = new long[some.length / 2];
    for (int at = 0; at < pairs.length; at++) {
      pairs[at] = (long) some[2 * at] << 32 | classOf[some[2 * at + 1]];
    }
    return Arrays.stream(pairs).sorted().distinct().toArray();
  }

  /** How many classes there are. */
  int classes() {
    return classes;
  }

  /** The class of a state. */
  int classOf(int state) {
    return classOf[state];
  }

  /** The numbers of the inputs, as {@link Dense} has them. */
  int[] inputs() {
    return inputs;
  }

  /**
   * What may be seen of a class, by the position of an input: pairs of what is seen and the next
   * class, none where the input may not be tried.
   */
  int[][][] table() {
    int[][][] table = new int[classes][inputs.length][];
    for (int each = 0; each < classes; each++) {
      for (int at = 0; at < inputs.length; at++) {
        long[] pairs = pairs(edges[first[each] * inputs.length + at]);
        int[] flat = new int[2 * pairs.length];
        for (int pair = 0; pair < pairs.length; pair++) {
          flat[2 * pair] = (int) (pairs[pair] >> 32);
          flat[2 * pair + 1] = (int) pairs[pair];
        }
        table[each][at] = flat;
      }
    }
    return table;
  }

  /** For each pair of sights whether seeing the second refutes that the first was expected. */
  boolean[][] refutations() {
    return refutes;
  }
}
