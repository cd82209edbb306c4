package dev.foliospec.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A breadth-first search of a space.
 *
 * <p>Results are the same from run to run and for any number of threads. Only where memory ends a
 * search, the place where it does may differ by a layer.
 */
public final class Search {
  private final Space space;
  private final Budget budget;
  private final List<Watch> watches = new ArrayList<>();
  private boolean untilBreached;
  private Keeping keeping = Keeping.SMALLEST;

  public Search(Space space, Budget budget) {
    this.space = space;
    this.budget = budget;
  }

  /** Has something watched at every state. */
  public Search watching(Watch... more) {
    watches.addAll(Arrays.asList(more));
    return this;
  }

  /** Ends at the layer by which every watch was breached; without, the whole space is searched. */
  public Search untilBreached() {
    untilBreached = true;
    return this;
  }

  /** Says how to keep the states met; without, the way that takes the least memory is found. */
  public Search keeping(Keeping way) {
    keeping = way;
    return this;
  }

  /** Searches. */
  public Reached run() {
    Memory memory = new Memory(budget.bytes());
    try (Crew crew = new Crew(budget.threads())) {
      return run(crew, memory, keeping.start(space.ranks(), memory));
    }
  }

  /** Searches with a crew, keeping the states met in a set that is empty so far. */
  Reached run(Crew crew, Memory memory, @Nullable Visited visited) {
    return new Run(space, budget, memory, crew, watches, untilBreached).search(visited);
  }
}
