package dev.foliospec.benchmarks;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What one would write by hand for this model and no other: successors that repeat or change nothing
 * left out beforehand, arrays of their final size, no layers but where two threads need them.
 */
final class BareSearch {
  private static final VarHandle WORD = MethodHandles.arrayElementVarHandle(long[].class);
  private static final int BLOCK = 1024;

  private final int pages;
  private final int size;
  private final int half;
  private final int total;
  private final int[] marks;

  /** By page, the difference in rank between a state and the next. */
  private final int[] weights;

  /** By page and state: where its differences begin. */
  private final int[][] starts;

  /** By page: differences in rank. */
  private final int[][] steps;

  /** By page and state: the difference of the last event, or 0. */
  private final int[][] last;

  BareSearch(ReachModel model) {
    pages = model.pages;
    size = model.states;
    half = size / 2;
    total = Math.toIntExact(model.all());
    marks = model.marks;
    weights = new int[pages];
    starts = new int[pages][size + 1];
    steps = new int[pages][];
    last = new int[pages][size];
    int weight = 1;
    for (int page = pages - 1; page >= 0; page--) {
      weights[page] = weight;
      int[] found = new int[size * ReachModel.EVENTS];
      int count = 0;
      for (int state = 0; state < size; state++) {
        starts[page][state] = count;
        for (int event = 0; event < ReachModel.EVENTS; event++) {
          int step = (model.next[state][event] - state) * weight;
          boolean known = step == 0;
          for (int at = starts[page][state]; at < count; at++) {
            known |= found[at] == step;
          }
          if (known) {
            continue;
          }
          if (event == ReachModel.EVENTS - 1) {
            last[page][state] = step;
          } else {
            found[count++] = step;
          }
        }
      }
      starts[page][size] = count;
      steps[page] = Arrays.copyOf(found, count);
      weight *= size;
    }
  }

  private boolean breached(int[] digits) {
    int sum = 0;
    for (int page = 0; page < pages; page++) {
      sum += marks[digits[page]];
    }
    return sum > 3 * pages;
  }

  private void unrank(int rank, int[] digits) {
    int rest = rank;
    for (int page = pages - 1; page > 0; page--) {
      int above = rest / size;
      digits[page] = rest - above * size;
      rest = above;
    }
    digits[0] = rest;
  }

  /** How many states are met, each marked by a bit; -1 where the invariant does not hold. */
  int bits() {
    long[] visited = new long[(total + 63) / 64];
    int[] queue = new int[total];
    int[] digits = new int[pages];
    int tail = 1;
    visited[0] = 1;
    for (int head = 0; head < tail; head++) {
      int rank = queue[head];
      unrank(rank, digits);
      if (breached(digits)) {
        return -1;
      }
      for (int page = 0; page < pages; page++) {
        int digit = digits[page];
        int[] step = steps[page];
        int end = starts[page][digit + 1];
        for (int at = starts[page][digit]; at < end; at++) {
          int to = rank + step[at];
          long word = visited[to >>> 6];
          if ((word & (1L << to)) == 0) {
            visited[to >>> 6] = word | (1L << to);
            queue[tail++] = to;
          }
        }
        int guarded = last[page][digit];
        if (guarded != 0 && digits[page + 1 == pages ? 0 : page + 1] < half) {
          int to = rank + guarded;
          long word = visited[to >>> 6];
          if ((word & (1L << to)) == 0) {
            visited[to >>> 6] = word | (1L << to);
            queue[tail++] = to;
          }
        }
      }
    }
    return tail;
  }

  /** How many states are met, each in an open-addressing table of ranks, made large enough. */
  int table() {
    int capacity = Math.max(16, Integer.highestOneBit((int) (total / 0.62)) * 2);
    long[] table = new long[capacity];
    int shift = Long.numberOfLeadingZeros(capacity) + 1;
    long[] queue = new long[total];
    int[] digits = new int[pages];
    int tail = 1;
    insert(table, shift, 0);
    for (int head = 0; head < tail; head++) {
      long rank = queue[head];
      unrank((int) rank, digits);
      if (breached(digits)) {
        return -1;
      }
      for (int page = 0; page < pages; page++) {
        int digit = digits[page];
        int[] step = steps[page];
        int end = starts[page][digit + 1];
        for (int at = starts[page][digit]; at < end; at++) {
          if (insert(table, shift, rank + step[at])) {
            queue[tail++] = rank + step[at];
          }
        }
        int guarded = last[page][digit];
        if (guarded != 0 && digits[page + 1 == pages ? 0 : page + 1] < half) {
          if (insert(table, shift, rank + guarded)) {
            queue[tail++] = rank + guarded;
          }
        }
      }
    }
    return tail;
  }

  private static boolean insert(long[] table, int shift, long rank) {
    long key = rank + 1;
    int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
    while (table[at] != 0) {
      if (table[at] == key) {
        return false;
      }
      at = (at + 1) & (table.length - 1);
    }
    table[at] = key;
    return true;
  }

  /** The same as {@link #bits} on two threads, layer by layer. */
  int bitsOnTwo() throws InterruptedException {
    Two two = new Two();
    Thread other = new Thread(() -> two.work(1));
    other.start();
    two.work(0);
    other.join();
    return two.met;
  }

  /** Two threads that expand a layer together, then the next. */
  private final class Two {
    private final long[] visited = new long[(total + 63) / 64];
    private final int[] queue = new int[total];
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger tail = new AtomicInteger(1);
    private int end = 1;
    private boolean done;
    private int met;
    private final CyclicBarrier barrier = new CyclicBarrier(2, this::endLayer);

    Two() {
      visited[0] = 1;
    }

    private void endLayer() {
      next.set(end);
      done = tail.get() == end;
      end = tail.get();
      met = end;
    }

    void work(int thread) {
      int[] digits = new int[pages];
      int[] batch = new int[BLOCK];
      int filled = 0;
      while (!done) {
        int from = next.getAndAdd(BLOCK);
        while (from < end) {
          int to = Math.min(from + BLOCK, end);
          for (int head = from; head < to; head++) {
            filled = expand(queue[head], digits, batch, filled);
          }
          from = next.getAndAdd(BLOCK);
        }
        System.arraycopy(batch, 0, queue, tail.getAndAdd(filled), filled);
        filled = 0;
        try {
          barrier.await();
        } catch (InterruptedException | BrokenBarrierException failure) {
          throw new IllegalStateException("thread " + thread, failure);
        }
      }
    }

    private int expand(int rank, int[] digits, int[] batch, int before) {
      int filled = before;
      unrank(rank, digits);
      if (breached(digits)) {
        throw new IllegalStateException("the invariant does not hold");
      }
      if (filled + pages * ReachModel.EVENTS > batch.length) {
        System.arraycopy(batch, 0, queue, tail.getAndAdd(filled), filled);
        filled = 0;
      }
      for (int page = 0; page < pages; page++) {
        int digit = digits[page];
        int[] step = steps[page];
        int stop = starts[page][digit + 1];
        for (int at = starts[page][digit]; at < stop; at++) {
          int to = rank + step[at];
          if ((visited[to >>> 6] & (1L << to)) == 0 && mark(to)) {
            batch[filled++] = to;
          }
        }
        int guarded = last[page][digit];
        if (guarded != 0 && digits[page + 1 == pages ? 0 : page + 1] < half) {
          int to = rank + guarded;
          if ((visited[to >>> 6] & (1L << to)) == 0 && mark(to)) {
            batch[filled++] = to;
          }
        }
      }
      return filled;
    }

    private boolean mark(int rank) {
      long bit = 1L << rank;
      return ((long) WORD.getAndBitwiseOr(visited, rank >>> 6, bit) & bit) == 0;
    }
  }
}
