package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import foliospec.generated.guest_memfd.rfc2024.PackedSevMachine;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A packed step allocates nothing. */
final class AllocationTest {
  private static final int STEPS = 1_000_000;

  @Test
  void aPackedStepAllocatesNothing() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    int[] inputs = new Random(1).ints(STEPS, 0, PackedSevMachine.INPUTS).toArray();
    int end = run(inputs);
    long before = threads.getThreadAllocatedBytes(thread);
    int again = run(inputs);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;
    assertThat(again).isEqualTo(end);
    // The measurement itself takes a few bytes; a single byte a step would be a million.
    assertThat(allocated).isLessThan(10_000);
  }

  private static int run(int[] inputs) {
    int state = 0;
    for (int input : inputs) {
      state = PackedSevMachine.next(PackedSevMachine.step(state, input));
    }
    return state;
  }
}
