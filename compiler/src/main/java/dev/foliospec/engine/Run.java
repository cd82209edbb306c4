package dev.foliospec.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A search while it runs: what its threads share, and the order in which things happen. */
final class Run {
  private final Space space;
  private final Budget budget;
  private final Memory memory;
  private final Crew crew;
  private final Watch[] watches;
  private final boolean untilBreached;
  private final List<Worker> workers = new ArrayList<>();
  private final List<Breach> breaches = new ArrayList<>();
  final Queue queue;
  private final Layers layers;

  /** How many more states may be added before all threads have to stop. */
  final AtomicLong room = new AtomicLong();

  /** By watch: whether no earlier layer breached it. */
  final boolean[] open;

  /** Whether any is open. */
  boolean watching;

  /** Whether states are added. After something has ended the search, they are only looked at. */
  volatile boolean adding = true;

  /** The part of the queue being expanded. */
  private long end;

  private final AtomicLong next = new AtomicLong();
  private final ArrayDeque<long[]> left = new ArrayDeque<>();
  private @Nullable End why;

  /** Watches not breached so far. */
  private int unbreached;

  private final boolean[] breachedNow;
  private int layer;

  Run(
      Space space,
      Budget budget,
      Memory memory,
      Crew crew,
      List<Watch> watches,
      boolean untilBreached) {
    this.space = space;
    this.budget = budget;
    this.memory = memory;
    this.crew = crew;
    this.watches = watches.toArray(new Watch[0]);
    this.untilBreached = untilBreached && !watches.isEmpty();
    queue = new Queue(space.ranks(), memory);
    layers = new Layers(memory);
    open = new boolean[watches.size()];
    Arrays.fill(open, true);
    breachedNow = new boolean[watches.size()];
    unbreached = open.length;
    watching = open.length > 0;
    workers.add(new Worker(this, space, this.watches));
  }

  /** Searches with a set that is empty so far; null if there is no memory for even that. */
  Reached search(@Nullable Visited empty) {
    layers.begin(0);
    if (empty == null) {
      return reached(End.MEMORY, 0, null);
    }
    int examined = 0;
    try {
      Visited visited = begin(empty);
      while (why == null) {
        visited = expandLayer(visited);
        endLayer();
        examined++;
      }
      return reached(why, examined, visited);
    } catch (OutOfMemoryError full) {
      noteBreaches();
      return reached(End.MEMORY, examined, null);
    }
  }

  private Reached reached(End end, int examined, @Nullable Visited visited) {
    queue.cut(layers.start(layers.count() - 1));
    return new Reached(space, queue, layers, end, examined, breaches, visited, memory.held());
  }

  private Visited begin(Visited empty) {
    long[] initials = space.initials().clone();
    Arrays.sort(initials);
    Visited into = empty;
    for (long initial : initials) {
      if (into.contains(initial)) {
        continue;
      }
      if (queue.size() == budget.states()) {
        why = End.STATES;
        return into;
      }
      if (queue.size() == into.most()) {
        Visited grown = into.grown(memory);
        if (grown == null) {
          why = End.MEMORY;
          return into;
        }
        into = grown;
      }
      into.add(initial, false);
      if (!queue.append(new long[] {initial}, 1)) {
        why = End.MEMORY;
        return into;
      }
    }
    if (queue.size() == 0) {
      why = End.COMPLETE;
    } else if (!layers.begin(queue.size())) {
      why = End.MEMORY;
    }
    return into;
  }

  private Visited expandLayer(Visited before) {
    Visited visited = before;
    layer = layers.count() - 2;
    left.add(new long[] {layers.start(layer), layers.start(layer + 1)});
    boolean alone = false;
    while (!left.isEmpty()) {
      long[] range = left.remove();
      int waiting = left.size();
      next.set(range[0]);
      end = range[1];
      room.set(Math.min(visited.most(), budget.states()) - queue.size());
      work(alone ? 1 : crew.threads(end - range[0]), visited);
      long unclaimed = next.get();
      if (unclaimed < end) {
        left.add(new long[] {unclaimed, end});
      }
      if (left.size() > waiting && adding) {
        alone = false;
        if (queue.size() == budget.states()) {
          end(End.STATES);
        } else if (visited.most() >= budget.states()) {
          // What is left fits or does not: one thread finds out, as it can't starve itself.
          alone = true;
        } else {
          Visited grown = visited.grown(memory);
          if (grown != null) {
            visited = grown;
          } else if (queue.size() < visited.most()) {
            alone = true;
          } else {
            end(End.MEMORY);
          }
        }
      }
    }
    return visited;
  }

  private void work(int threads, Visited visited) {
    while (workers.size() < threads) {
      workers.add(new Worker(this, space, watches));
    }
    crew.work(threads, thread -> workers.get(thread).work(visited, threads > 1, thread == 0));
  }

  private void endLayer() {
    noteBreaches();
    if (untilBreached && unbreached == 0) {
      why = End.BREACHED;
    } else if (why == null) {
      if (queue.size() == layers.start(layer + 1)) {
        why = End.COMPLETE;
      } else if (!layers.begin(queue.size())) {
        why = End.MEMORY;
      }
    }
  }

  private void noteBreaches() {
    watching = false;
    for (int watch = 0; watch < open.length; watch++) {
      long least = Long.MAX_VALUE;
      for (Worker worker : workers) {
        least = Math.min(least, worker.breaches[watch]);
        worker.breaches[watch] = Long.MAX_VALUE;
      }
      if (least < Long.MAX_VALUE) {
        breaches.add(new Breach(watch, layer, least));
        open[watch] = false;
      }
      watching |= open[watch];
    }
  }

  /** Where the next block to expand begins, or -1 where there is none. */
  long claim() {
    if (next.get() >= end) {
      return -1;
    }
    long from = next.getAndAdd(crew.block);
    return from < end ? from : -1;
  }

  /** Leaves states to be expanded later, when there is room. */
  synchronized void leave(long from, long to) {
    left.add(new long[] {from, to});
  }

  /** Where a block ends that begins at a position. */
  long end(long from) {
    return Math.min(from + crew.block, end);
  }

  void append(long[] states, int count) {
    if (!queue.append(states, count)) {
      end(End.MEMORY);
    }
  }

  /** Says that a watch was breached in this layer, and by that of all perhaps the last. */
  synchronized void breached(int watch) {
    if (!breachedNow[watch]) {
      breachedNow[watch] = true;
      unbreached--;
      if (untilBreached && unbreached == 0) {
        adding = false;
      }
    }
  }

  private synchronized void end(End reason) {
    if (why == null) {
      why = reason;
    }
    adding = false;
  }

  void tell() {
    budget.progress().at(queue.size(), layer);
  }
}
