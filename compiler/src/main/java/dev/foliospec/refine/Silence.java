package dev.foliospec.refine;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.model.Event;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Where silent events lead. */
final class Silence {
  private Silence() {}

  /** By state: what silent events may lead to from it, itself included; none without silent events. */
  static int @Nullable [][] closures(Dense dense) {
    boolean any = false;
    for (Event event : dense.policy().events()) {
      any |= event.silent();
    }
    if (!any) {
      return null;
    }
    int[][] closures = new int[dense.states()][];
    for (int state = 0; state < closures.length; state++) {
      closures[state] = closure(dense, state);
    }
    return closures;
  }

  private static int[] closure(Dense dense, int state) {
    BitSet reached = new BitSet();
    reached.set(state);
    int[] queue = new int[dense.states()];
    queue[0] = state;
    int end = 1;
    for (int at = 0; at < end; at++) {
      for (int event = 0; event < dense.policy().events().size(); event++) {
        if (!dense.policy().events().get(event).silent()) {
          continue;
        }
        for (int input = dense.firstInput(event); input < dense.firstInput(event + 1); input++) {
          if (dense.kind(queue[at], input) != PointKind.ANSWERED) {
            continue;
          }
          for (int edge = dense.from(queue[at], input); edge < dense.to(queue[at], input); edge++) {
            if (!reached.get(dense.target(edge))) {
              reached.set(dense.target(edge));
              queue[end++] = dense.target(edge);
            }
          }
        }
      }
    }
    return reached.stream().toArray();
  }
}
