package dev.foliospec.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.foliospec.engine.Budget;
import dev.foliospec.engine.Keeping;
import dev.foliospec.engine.Product;
import dev.foliospec.engine.Reached;
import dev.foliospec.engine.Search;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How quickly the engine searches, beside loops that were written by hand for the same model.
 *
 * <p>Arguments: how many pages, of how many states, in how many rounds. Ways alternate from round to
 * round, and the median of each is printed.
 */
public final class ReachCost {
  private final String name;
  private final Callable<Long> search;
  private final List<Long> cpu = new ArrayList<>();
  private final List<Long> wall = new ArrayList<>();

  private ReachCost(String name, Callable<Long> search) {
    this.name = name;
    this.search = search;
  }

  /** Prints a line for each way. */
  public static void main(String[] arguments) throws Exception {
    ReachModel model =
        new ReachModel(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    List<String> only = List.of(arguments).subList(3, arguments.length);
    Product space = model.space();
    BareSearch bare = new BareSearch(model);
    List<ReachCost> ways = new ArrayList<>(List.of(
        new ReachCost("bare-bits", () -> (long) bare.bits()),
        new ReachCost("bits", () -> engine(space, model, Keeping.BITS, 1)),
        new ReachCost("usual", () -> engine(space, model, Keeping.SMALLEST, 1)),
        new ReachCost("bare-table", () -> (long) bare.table()),
        new ReachCost("table", () -> engine(space, model, Keeping.TABLE, 1)),
        new ReachCost("bare-bits-2", () -> (long) bare.bitsOnTwo()),
        new ReachCost("bits-2", () -> engine(space, model, Keeping.BITS, 2)),
        new ReachCost("table-2", () -> engine(space, model, Keeping.TABLE, 2))));
    ways.removeIf(way -> !only.isEmpty() && !only.contains(way.name));
    for (int round = 0; round < rounds; round++) {
      for (ReachCost way : ways) {
        way.measure(model.all());
      }
    }
    for (ReachCost way : ways) {
      System.out.printf(
          Locale.ROOT,
          "%-12s %,12d states  cpu %8.3f s  wall %8.3f s  %10.0f states/cpu s%n",
          way.name,
          model.all(),
          median(way.cpu),
          median(way.wall),
          model.all() / median(way.cpu));
    }
  }

  private static long engine(Product space, ReachModel model, Keeping keeping, int threads) {
    Reached reached = new Search(space, Budget.usual().onThreads(threads))
        .watching(model.invariant())
        .keeping(keeping)
        .run();
    if (!reached.complete() || !reached.breaches().isEmpty()) {
      throw new IllegalStateException(reached.end() + " " + reached.breaches());
    }
    return reached.states();
  }

  private void measure(long states) throws Exception {
    System.gc();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpuBefore = system.getProcessCpuTime();
    long wallBefore = System.nanoTime();
    long met = search.call();
    wall.add(System.nanoTime() - wallBefore);
    cpu.add(system.getProcessCpuTime() - cpuBefore);
    if (met != states) {
      throw new IllegalStateException(name + " met " + met + " states, not " + states);
    }
  }

  private static double median(List<Long> nanoseconds) {
    List<Long> sorted = new ArrayList<>(nanoseconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2) / 1e9;
  }
}
