package dev.foliospec.engine;

/** One thread's part in a search. */
final class Worker {
  /** The most states taken from the queue at once. */
  static final int BLOCK = 1024;

  private final Run run;
  private final Expander expander;
  private final Watcher[] watchers;

  /** By watch: the least rank in this layer at which it did not hold, or the largest number. */
  final long[] breaches;

  private final long[] block = new long[BLOCK];
  private final long[] batch = new long[BLOCK];
  private int filled;

  /** How many states this thread may still add. */
  private long quota;

  Worker(Run run, Space space, Watch[] watches) {
    this.run = run;
    expander = space.expander();
    watchers = new Watcher[watches.length];
    breaches = new long[watches.length];
    for (int at = 0; at < watches.length; at++) {
      watchers[at] = watches[at].over(expander);
      breaches[at] = Long.MAX_VALUE;
    }
  }

  /** Expands blocks of the queue while there are any, and room for what they lead to. */
  void work(Visited visited, boolean shared, boolean first) {
    long from = run.claim();
    while (from >= 0) {
      long to = run.end(from);
      run.queue.read(from, to, block);
      int done = expand((int) (to - from), visited, shared);
      if (done < to - from) {
        run.leave(from + done, to);
        break;
      }
      if (first) {
        run.tell();
      }
      from = run.claim();
    }
    flush();
    run.room.addAndGet(quota);
    quota = 0;
  }

  /** Expands the states of a block; how many, before there was no room left. */
  private int expand(int length, Visited visited, boolean shared) {
    boolean watching = run.watching;
    for (int at = 0; at < length; at++) {
      long state = block[at];
      int count = expander.expand(state);
      if (watching) {
        look(state, count);
      }
      if (!run.adding) {
        if (!watching) {
          return length;
        }
      } else if (count <= quota || obtain(count)) {
        int kept = visited.keepNew(expander.buffer(), count, shared);
        if (kept > 0) {
          keep(expander.buffer(), kept);
        }
      } else if (!addWhileRoom(visited, count, shared)) {
        return at;
      }
    }
    return length;
  }

  private void look(long state, int count) {
    for (int watch = 0; watch < watchers.length; watch++) {
      if (run.open[watch] && !watchers[watch].holds(state, count)) {
        if (breaches[watch] == Long.MAX_VALUE) {
          run.breached(watch);
        }
        breaches[watch] = Math.min(breaches[watch], state);
      }
    }
  }

  private boolean obtain(int count) {
    long wanted = Math.max(count, BLOCK) - quota;
    long left = run.room.get();
    while (left > 0) {
      long taken = Math.min(left, wanted);
      if (run.room.compareAndSet(left, left - taken)) {
        quota += taken;
        break;
      }
      left = run.room.get();
    }
    return quota >= count;
  }

  /** Adds successors one at a time; false at one that is new where there is no room for it. */
  private boolean addWhileRoom(Visited visited, int count, boolean shared) {
    long[] successors = expander.buffer();
    int kept = 0;
    boolean all = true;
    for (int at = 0; at < count && all; at++) {
      long state = successors[at];
      if (!visited.contains(state)) {
        if (quota == kept && !obtain(kept + 1)) {
          all = false;
        } else if (visited.add(state, shared)) {
          successors[kept++] = state;
        }
      }
    }
    keep(successors, kept);
    return all;
  }

  private void keep(long[] states, int count) {
    quota -= count;
    if (filled + count > batch.length) {
      flush();
      if (count > batch.length) {
        run.append(states, count);
        return;
      }
    }
    for (int at = 0; at < count; at++) {
      batch[filled + at] = states[at];
    }
    filled += count;
  }

  private void flush() {
    if (filled > 0) {
      run.append(batch, filled);
      filled = 0;
    }
  }
}
