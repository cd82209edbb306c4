package dev.foliospec.refine;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The runs by which a contract can follow what was observed, layer by layer: each state in which it may
 * be after so many observations, with one way there.
 */
final class Following {
  private final Dense contract;
  private final List<Map<Integer, Way>> layers = new ArrayList<>();

  /** How a state was come to: from another one by an edge, or unchanged from the layer before. */
  private record Way(@Nullable Way before, int from, int input, int edge) {}

  /** In so many states; what silent events lead to is added. */
  Following(Dense contract, int[] initials) {
    this.contract = contract;
    Map<Integer, Way> first = new TreeMap<>();
    for (int initial : initials) {
      first.put(initial, new Way(null, initial, -1, -1));
    }
    layers.add(first);
    silence();
  }

  /** What a contract's edge must be to go on. */
  interface Test {
    boolean allows(int input, int edge);
  }

  /** One more observation. */
  void observe(int[] inputs, Test test) {
    Map<Integer, Way> next = new TreeMap<>();
    for (Map.Entry<Integer, Way> each : last().entrySet()) {
      int state = each.getKey();
      for (int input : inputs) {
        if (contract.kind(state, input) == PointKind.ANSWERED) {
          for (int edge = contract.from(state, input); edge < contract.to(state, input); edge++) {
            if (test.allows(input, edge)) {
              next.putIfAbsent(contract.target(edge), new Way(each.getValue(), state, input, edge));
            }
          }
        }
      }
    }
    layers.add(next);
    silence();
  }

  private Map<Integer, Way> last() {
    return layers.get(layers.size() - 1);
  }

  /** Adds to the last layer what silent events lead to. */
  private void silence() {
    Map<Integer, Way> layer = last();
    ArrayDeque<Integer> open = new ArrayDeque<>(layer.keySet());
    while (!open.isEmpty()) {
      int state = open.poll();
      Way way = layer.get(state);
      for (int event = 0; event < contract.policy().events().size(); event++) {
        if (!contract.policy().events().get(event).silent()) {
          continue;
        }
        for (int input = contract.firstInput(event);
            input < contract.firstInput(event + 1);
            input++) {
          if (contract.kind(state, input) != PointKind.ANSWERED) {
            continue;
          }
          for (int edge = contract.from(state, input); edge < contract.to(state, input); edge++) {
            if (!layer.containsKey(contract.target(edge))) {
              layer.put(contract.target(edge), new Way(way, state, input, edge));
              open.add(contract.target(edge));
            }
          }
        }
      }
    }
  }

  /** The states in which it may be, in order. */
  List<Integer> states() {
    return List.copyOf(last().keySet());
  }

  /** The steps of the way to a state of the last layer. */
  List<TraceStep> steps(int state) {
    Deque<TraceStep> steps = new ArrayDeque<>();
    int after = state;
    for (Way way = last().get(state); way != null && way.edge() >= 0; way = way.before()) {
      steps.addFirst(step(way.from(), way.input(), way.edge(), after));
      after = way.from();
    }
    return List.copyOf(steps);
  }

  /** The initial state of the way to a state of the last layer. */
  int start(int state) {
    int start = state;
    for (Way way = last().get(state); way != null; way = way.before()) {
      start = way.from();
    }
    return start;
  }

  private TraceStep step(int from, int input, int edge, int to) {
    return Trace.toStep(
        contract.policy(),
        contract.input(input),
        contract.reactions().get(contract.reaction(edge)),
        contract.state(from),
        contract.state(to));
  }
}
