package dev.foliospec.benchmarks;

import foliospec.generated.guest_memfd.Event;
import foliospec.generated.guest_memfd.rfc2024.PackedSevMachine;
import foliospec.generated.guest_memfd.rfc2024.SevMachine;
import foliospec.generated.guest_memfd.rfc2024.sev.Chances;
import foliospec.generated.guest_memfd.rfc2024.sev.Config;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The packed machine of {@code rfc2024.sev} beside the {@code int} table that one would write by hand
 * for the same policy, on the same random inputs.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 6, time = 1)
@Fork(2)
public class MachineBenchmark {
  private static final int STEPS = 4_096;

  private int[] inputs = new int[0];
  private int[] next = new int[0];
  private int[] answer = new int[0];
  private Event[] events = new Event[0];
  private Chances[] chances = new Chances[0];
  private int width;
  private int start;

  /** Draws the inputs, and lays the table out as two arrays. */
  @Setup
  public void draw() {
    Random random = new Random(20_241_008);
    width = PackedSevMachine.INPUTS;
    inputs = random.ints(STEPS, 0, width).toArray();
    next = new int[PackedSevMachine.STATES * width];
    answer = new int[next.length];
    for (int state = 0; state < PackedSevMachine.STATES; state++) {
      for (int input = 0; input < width; input++) {
        int cell = PackedSevMachine.step(state, input);
        next[state * width + input] = PackedSevMachine.next(cell);
        answer[state * width + input] = PackedSevMachine.reaction(cell);
      }
    }
    events = new Event[STEPS];
    chances = new Chances[STEPS];
    for (int at = 0; at < STEPS; at++) {
      events[at] = PackedSevMachine.event(inputs[at]);
      chances[at] = PackedSevMachine.chances(inputs[at]);
    }
    start = random.nextInt(PackedSevMachine.STATES);
    compare();
  }

  /** The reference by hand must say what the machine says, or it is none. */
  private static void compare() {
    for (int state = 0; state < PackedSevMachine.STATES; state++) {
      for (int input = 0; input < PackedSevMachine.INPUTS; input++) {
        var expected = PackedSevMachine.answer(PackedSevMachine.step(state, input));
        var seen = SplitSwitch.step(
            PackedSevMachine.config(state),
            PackedSevMachine.state(state),
            PackedSevMachine.event(input));
        if (!expected.equals(seen)) {
          throw new IllegalStateException(expected + " is not " + seen);
        }
      }
    }
  }

  /** The generated packed form. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int packed() {
    int state = start;
    int seen = 0;
    for (int input : inputs) {
      int cell = PackedSevMachine.step(state, input);
      seen += PackedSevMachine.reaction(cell);
      state = PackedSevMachine.next(cell);
    }
    return seen + state;
  }

  /** The reference: two arrays. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int table() {
    int state = start;
    int seen = 0;
    for (int input : inputs) {
      int at = state * width + input;
      seen += answer[at];
      state = next[at];
    }
    return seen + state;
  }

  /** The generated readable form, on states and events as objects. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int readable() {
    var state = PackedSevMachine.state(start);
    Config config = PackedSevMachine.config(start);
    int seen = 0;
    for (int at = 0; at < STEPS; at++) {
      var step = SevMachine.step(config, state, events[at], chances[at]);
      seen += step.effects().size();
      state = step.next();
    }
    return seen;
  }

  /** The reference for it: a split switch by hand over the same types. */
  @Benchmark
  @OperationsPerInvocation(STEPS)
  public int split() {
    var state = PackedSevMachine.state(start);
    Config config = PackedSevMachine.config(start);
    int seen = 0;
    for (int at = 0; at < STEPS; at++) {
      var step = SplitSwitch.step(config, state, events[at]);
      seen += step.effects().size();
      state = step.next();
    }
    return seen;
  }
}
