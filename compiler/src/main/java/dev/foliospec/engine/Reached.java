package dev.foliospec.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a search has met: whole layers, each of the states that are equally many steps away from an
 * initial one.
 *
 * <p>Where the search ended early, the states of a layer that it did not get to the end of are left
 * out.
 */
public final class Reached {
  private final Space space;
  private final Queue queue;
  private final Layers layers;
  private final End end;
  private final int examined;
  private final List<Breach> breaches;
  private final @Nullable Visited visited;
  private final long bytes;

  Reached(
      Space space,
      Queue queue,
      Layers layers,
      End end,
      int examined,
      List<Breach> breaches,
      @Nullable Visited visited,
      long bytes) {
    this.space = space;
    this.queue = queue;
    this.layers = layers;
    this.end = end;
    this.examined = examined;
    this.breaches = List.copyOf(breaches);
    this.visited = visited;
    this.bytes = bytes;
  }

  /** Why the search ended. */
  public End end() {
    return end;
  }

  /** Whether these are all reachable states. */
  public boolean complete() {
    return end == End.COMPLETE;
  }

  /** How many states there are in whole layers. */
  public long states() {
    return queue.size();
  }

  /** How many layers there are. The last of them is as many steps away, less one. */
  public int layers() {
    return layers.count() - 1;
  }

  /** How many states there are in a layer. */
  public long states(int layer) {
    return layers.start(layer + 1) - layers.start(layer);
  }

  /** How many layers were looked at by every watch: all, unless the heap itself ran out. */
  public int examined() {
    return examined;
  }

  /** Bytes of heap that the search held at its end, as it counts them. */
  public long bytes() {
    return bytes;
  }

  /** Where watches first did not hold, in the order in which they were found. */
  public List<Breach> breaches() {
    return breaches;
  }

  /** Where a watch first did not hold. */
  public Optional<Breach> breach(int watch) {
    return breaches.stream().filter(breach -> breach.watch() == watch).findFirst();
  }

  /**
   * Whether a state is reachable.
   *
   * @throws IllegalStateException if not all reachable states were met
   */
  public boolean contains(long state) {
    if (visited == null || !complete()) {
      throw new IllegalStateException("not all reachable states were met");
    }
    return visited.contains(state);
  }

  /** Hands over all states, layer by layer. */
  public void forEach(LongConsumer each) {
    for (long at = 0; at < queue.size(); at++) {
      each.accept(queue.at(at));
    }
  }

  /** The states of a layer in ascending order. */
  public long[] layer(int layer) {
    long[] states = new long[Math.toIntExact(states(layer))];
    queue.read(layers.start(layer), layers.start(layer + 1), states);
    Arrays.sort(states);
    return states;
  }

  /** The states on the way to a breach. */
  public long[] path(Breach breach) {
    return path(breach.layer(), breach.state());
  }

  /**
   * The states on a shortest way from an initial state to one of a layer, both included. Of several
   * ways it is the one that, read backwards, always comes from the least rank.
   *
   * @throws IllegalArgumentException if no state of the layer before leads there
   */
  public long[] path(int layer, long state) {
    long[] path = new long[layer + 1];
    path[layer] = state;
    Expander expander = space.expander();
    for (int at = layer - 1; at >= 0; at--) {
      path[at] = before(at, path[at + 1], expander);
    }
    return path;
  }

  private long before(int layer, long state, Expander expander) {
    long least = Long.MAX_VALUE;
    for (long at = layers.start(layer); at < layers.start(layer + 1); at++) {
      long from = queue.at(at);
      if (from < least) {
        int count = expander.expand(from);
        long[] successors = expander.buffer();
        for (int i = 0; i < count; i++) {
          if (successors[i] == state) {
            least = from;
            break;
          }
        }
      }
    }
    if (least == Long.MAX_VALUE) {
      throw new IllegalArgumentException(state + " follows no state of layer " + layer);
    }
    return least;
  }
}
