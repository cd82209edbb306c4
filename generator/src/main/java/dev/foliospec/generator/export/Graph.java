package dev.foliospec.generator.export;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a policy does, as a graph that can be looked at: states by those of their variables that
 * anybody can see and that ever change, transitions merged by what they go between.
 *
 * @param variables the variables that tell its nodes apart
 * @param nodes one value for each of them
 * @param initial the nodes in which runs start
 * @param edges the transitions
 */
record Graph(
    List<String> variables, List<List<String>> nodes, Set<Integer> initial, List<Edge> edges) {
  /** Transitions between two nodes: events with their answers, and the rows that give them. */
  record Edge(int from, int to, List<String> labels) {}

  private record Ends(int from, int to) {}

  static Graph of(Dense dense) {
    Policy policy = dense.policy();
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < policy.variables().size(); i++) {
      Variable variable = policy.variables().get(i);
      if (!variable.hidden() && varies(dense, i)) {
        shown.add(i);
      }
    }
    Map<List<String>, Integer> numbers = new LinkedHashMap<>();
    int[] nodeOf = new int[dense.states()];
    Set<Integer> initial = new LinkedHashSet<>();
    for (int state = 0; state < dense.states(); state++) {
      List<String> values = new ArrayList<>();
      int[] codes = dense.codes(state);
      for (int i : shown) {
        values.add(policy.variables().get(i).type().values().get(codes[i]).name());
      }
      nodeOf[state] = numbers.computeIfAbsent(values, key -> numbers.size());
      if (state < dense.initials()) {
        initial.add(nodeOf[state]);
      }
    }
    Map<Ends, Set<String>> edges = new LinkedHashMap<>();
    for (int state = 0; state < dense.states(); state++) {
      for (int input = 0; input < dense.inputs(); input++) {
        if (dense.kind(state, input) != PointKind.ANSWERED) {
          continue;
        }
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          Reaction reaction = dense.reactions().get(dense.reaction(edge));
          Ends ends = new Ends(nodeOf[state], nodeOf[dense.target(edge)]);
          if (ends.from() != ends.to() || reaction.kind() != Reaction.Kind.REFUSED) {
            edges
                .computeIfAbsent(ends, key -> new LinkedHashSet<>())
                .add(dense.input(input).call()
                    + (reaction.answer().equals("ok") ? "" : " " + reaction.answer())
                    + " ["
                    + reaction.row().id()
                    + "]");
          }
        }
      }
    }
    List<Edge> merged = new ArrayList<>();
    edges.forEach(
        (ends, labels) -> merged.add(new Edge(ends.from(), ends.to(), List.copyOf(labels))));
    return new Graph(
        shown.stream().map(i -> policy.variables().get(i).name()).toList(),
        List.copyOf(numbers.keySet()),
        initial,
        merged);
  }

  private static boolean varies(Dense dense, int variable) {
    int first = dense.states() == 0 ? 0 : dense.code(0, variable);
    for (int state = 1; state < dense.states(); state++) {
      if (dense.code(state, variable) != first) {
        return true;
      }
    }
    return false;
  }

  /** What a node is called: {@code attr = private}, a line for each variable. */
  List<String> lines(int node) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < variables.size(); i++) {
      lines.add(variables.get(i) + " = " + nodes.get(node).get(i));
    }
    return lines.isEmpty() ? List.of("any state") : lines;
  }
}
