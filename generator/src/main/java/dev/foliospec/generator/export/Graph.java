package dev.foliospec.generator.export;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a policy does, as a graph that can be looked at. Its nodes are the visible parts of reachable
 * states, all flags and choices together; variables that never change are left out.
 *
 * <p>Where that makes more than {@value #MOST} nodes, they are told apart by the vocabulary's variables
 * alone, and where these are still too many, by fewer: variables go, those first without which the
 * fewest nodes remain. Such a graph leaves out what stays in its node.
 *
 * @param variables the variables that tell its nodes apart
 * @param left variables that anybody could see, and that change, but that were left out
 * @param nodes one value for each of the variables
 * @param initial the nodes in which runs start
 * @param edges the transitions
 */
record Graph(
    List<String> variables,
    List<String> left,
    List<List<String>> nodes,
    Set<Integer> initial,
    List<Edge> edges) {
  /** How many nodes can be looked at. */
  static final int MOST = 60;

  /** Transitions between two nodes: events, errors that they answer, and the rows. */
  record Edge(int from, int to, List<String> labels) {
    /** Copies the list. */
    Edge {
      labels = List.copyOf(labels);
    }
  }

  private record Ends(int from, int to) {}

  /** Copies the collections. */
  Graph {
    variables = List.copyOf(variables);
    left = List.copyOf(left);
    nodes = nodes.stream().map(List::copyOf).toList();
    edges = List.copyOf(edges);
  }

  static Graph of(Dense dense) {
    int[][] codes = new int[dense.states()][];
    for (int state = 0; state < codes.length; state++) {
      codes[state] = dense.codes(state);
    }
    List<Variable> all = dense.policy().variables();
    List<Integer> visible = new ArrayList<>();
    for (int at = 0; at < all.size(); at++) {
      if (!all.get(at).hidden() && varies(codes, at)) {
        visible.add(at);
      }
    }
    Map<List<Integer>, int[]> distinct = new LinkedHashMap<>();
    for (int[] each : codes) {
      distinct.putIfAbsent(project(each, visible), each);
    }
    int[][] different = distinct.values().toArray(int[][]::new);
    List<Integer> shown = new ArrayList<>(visible);
    if (different.length > MOST) {
      shown.removeIf(at -> !all.get(at).shared());
    }
    while (count(different, shown) > MOST) {
      shown.remove(cheapest(different, shown));
    }
    List<String> left = visible.stream()
        .filter(at -> !shown.contains(at))
        .map(at -> all.get(at).name())
        .toList();
    return of(dense, codes, shown, left);
  }

  private static boolean varies(int[][] codes, int variable) {
    return Arrays.stream(codes).anyMatch(each -> each[variable] != codes[0][variable]);
  }

  private static long count(int[][] codes, List<Integer> shown) {
    return Arrays.stream(codes).map(each -> project(each, shown)).distinct().count();
  }

  private static List<Integer> project(int[] codes, List<Integer> shown) {
    return shown.stream().map(at -> codes[at]).toList();
  }

  /** The variable without which the fewest nodes remain; of several the one declared last. */
  private static Integer cheapest(int[][] codes, List<Integer> shown) {
    Integer best = shown.get(0);
    long fewest = Long.MAX_VALUE;
    for (Integer each : shown) {
      List<Integer> without = new ArrayList<>(shown);
      without.remove(each);
      long remaining = count(codes, without);
      if (remaining <= fewest) {
        fewest = remaining;
        best = each;
      }
    }
    return best;
  }

  private static Graph of(Dense dense, int[][] codes, List<Integer> shown, List<String> left) {
    Policy policy = dense.policy();
    Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
    int[] nodeOf = new int[codes.length];
    Set<Integer> initial = new TreeSet<>();
    for (int state = 0; state < codes.length; state++) {
      nodeOf[state] = numbers.computeIfAbsent(project(codes[state], shown), key -> numbers.size());
      if (state < dense.initials()) {
        initial.add(nodeOf[state]);
      }
    }
    List<List<String>> nodes = new ArrayList<>();
    for (List<Integer> key : numbers.keySet()) {
      List<String> values = new ArrayList<>();
      for (int at = 0; at < shown.size(); at++) {
        Variable variable = policy.variables().get(shown.get(at));
        values.add(variable.type().values().get(key.get(at)).name());
      }
      nodes.add(values);
    }
    return new Graph(
        shown.stream().map(at -> policy.variables().get(at).name()).toList(),
        left,
        nodes,
        initial,
        edges(dense, nodeOf, left.isEmpty()));
  }

  private static List<Edge> edges(Dense dense, int[] nodeOf, boolean loops) {
    Map<Ends, Set<String>> edges = new LinkedHashMap<>();
    String[] calls = new String[dense.inputs()];
    for (int input = 0; input < calls.length; input++) {
      calls[input] = dense.input(input).call();
    }
    for (int state = 0; state < nodeOf.length; state++) {
      for (int input = 0; input < calls.length; input++) {
        if (dense.kind(state, input) != PointKind.ANSWERED) {
          continue;
        }
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          Ends ends = new Ends(nodeOf[state], nodeOf[dense.target(edge)]);
          if (loops || ends.from() != ends.to()) {
            Reaction reaction = dense.reactions().get(dense.reaction(edge));
            String error = reaction.answer().equals("ok") ? "" : " " + reaction.answer();
            edges
                .computeIfAbsent(ends, key -> new LinkedHashSet<>())
                .add(calls[input] + error + " [" + reaction.row().id() + "]");
          }
        }
      }
    }
    List<Edge> merged = new ArrayList<>();
    edges.forEach(
        (ends, labels) -> merged.add(new Edge(ends.from(), ends.to(), List.copyOf(labels))));
    return merged;
  }

  /** What its nodes leave out, a line for each thing to say. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add("all flags and undecided traits together, without hidden variables");
    if (!left.isEmpty()) {
      notes.add(
          "projected onto " + (variables.isEmpty() ? "nothing" : String.join(", ", variables)));
      notes.add("left out: " + String.join(", ", left));
      notes.add("events that stay within a node are left out");
    }
    return notes;
  }

  /** What a node is called: {@code attr = private}, a line for each variable. */
  List<String> lines(int node) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < variables.size(); at++) {
      lines.add(variables.get(at) + " = " + nodes.get(node).get(at));
    }
    return lines.isEmpty() ? List.of("any state") : lines;
  }
}
