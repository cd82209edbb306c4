package dev.foliospec.explore;

import dev.foliospec.engine.Expander;
import dev.foliospec.engine.Space;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A system as a space for the engine: its states are their ranks. */
final class WideSpace implements Space {
  final Policy system;
  final Layout layout;
  private final Lifting lifting;
  private final int mostInputs;

  WideSpace(Policy system, int mostInputs) {
    this.system = system;
    this.mostInputs = mostInputs;
    lifting = system.lifting().orElseThrow();
    layout = new Layout(system);
  }

  @Override
  public long ranks() {
    return layout.ranks;
  }

  @Override
  public long[] initials() {
    return layout.initials();
  }

  @Override
  public Steps expander() {
    return new Steps();
  }

  /** The steps from one state at a time, each with what was asked and answered. */
  final class Steps implements Expander {
    /** Of a thread's own, since a layout keeps what it works out of definitions. */
    final Layout its = new Layout(system);

    final Together pages = new Together(system, lifting, its, mostInputs);
    final int[] frame = its.frame();

    /** By step: the event, its way, the reaction, the rank to which it leads. */
    int[] events = new int[256];

    int[] ways = new int[256];
    int[] reactions = new int[256];
    long[] targets = new long[256];
    int steps;

    /** What was wrong with the first point that was not as it should be, if any was. */
    @Nullable
    Fault fault;

    int faultEvent;
    int faultWay;

    private long[] buffer = new long[256];
    private final long[] seen = new long[1 << 10];
    private int[] stamps = new int[1 << 10];
    private int stamp;

    @Override
    public int expand(long state) {
      its.unrank(state, frame);
      pages.at(frame);
      steps = 0;
      fault = null;
      if (++stamp == Integer.MAX_VALUE) {
        stamps = new int[stamps.length];
        stamp = 1;
      }
      int count = 0;
      for (int event = 0; event < lifting.events().size(); event++) {
        int all = pages.calls.ways(event);
        for (int way = 0; way < all; way++) {
          PointKind kind = pages.answer(event, way, frame);
          if (kind != PointKind.ANSWERED) {
            if (kind.ordinal() > PointKind.BEYOND.ordinal() && fault == null) {
              fault = pages.fault(kind, -1, -1);
              faultEvent = event;
              faultWay = way;
            }
            continue;
          }
          for (int edge = 0; edge < pages.edges; edge++) {
            long target = state + pages.moves[edge];
            step(event, way, pages.reactions[edge], target);
            if (target != state && isNew(target)) {
              if (count == buffer.length) {
                buffer = Arrays.copyOf(buffer, count * 2);
              }
              buffer[count++] = target;
            }
          }
        }
      }
      return count;
    }

    /** Whether a target was not met among the steps of this state; if in doubt it says yes. */
    private boolean isNew(long target) {
      int at = (int) ((target * 0x9E3779B97F4A7C15L) >>> 54);
      for (int tries = 0; tries < 8; tries++) {
        int slot = (at + tries) & (seen.length - 1);
        if (stamps[slot] != stamp) {
          stamps[slot] = stamp;
          seen[slot] = target;
          return true;
        }
        if (seen[slot] == target) {
          return false;
        }
      }
      return true;
    }

    private void step(int event, int way, int reaction, long target) {
      if (steps == events.length) {
        events = Arrays.copyOf(events, steps * 2);
        ways = Arrays.copyOf(ways, steps * 2);
        reactions = Arrays.copyOf(reactions, steps * 2);
        targets = Arrays.copyOf(targets, steps * 2);
      }
      events[steps] = event;
      ways[steps] = way;
      reactions[steps] = reaction;
      targets[steps++] = target;
    }

    @Override
    public long[] buffer() {
      return buffer;
    }

    /** Puts the state after a step, and its arguments, behind the state before in the frame. */
    void load(int step, int[] scratch) {
      pages.load(events[step], pages.calls.call(events[step], ways[step]), frame);
      its.unrank(targets[step], scratch);
      System.arraycopy(scratch, its.variableBase, frame, its.afterBase, its.variables);
    }
  }
}
