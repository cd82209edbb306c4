package dev.foliospec.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.foliospec.engine.Budget;
import dev.foliospec.engine.Keeping;
import dev.foliospec.engine.Product;
import dev.foliospec.engine.Reached;
import dev.foliospec.engine.Search;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * How quickly the engine searches, beside loops that were written by hand for the same model.
 *
 * <p>Arguments: how many pages, of how many states, in how many rounds; then the ways, all if none is
 * named. Ways take turns, and the median of each is printed: CPU of the process, wall time, states a
 * second of CPU and, of ours, how many of the states a second by hand. Last stands the most memory
 * that the process ever had.
 */
public final class ReachCost {
  /** Searches of few states are repeated until they come to so many. */
  private static final long ENOUGH = 10_000_000;

  private final String name;
  private final String beside;
  private final Callable<Long> search;
  private final List<Double> cpu = new ArrayList<>();
  private final List<Double> wall = new ArrayList<>();

  private ReachCost(String name, String beside, Callable<Long> search) {
    this.name = name;
    this.beside = beside;
    this.search = search;
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    ReachModel model =
        new ReachModel(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    int rounds = Integer.parseInt(arguments[2]);
    List<String> only = List.of(arguments).subList(3, arguments.length);
    List<ReachCost> ways = ways(model);
    ways.removeIf(way -> !only.isEmpty() && !only.contains(way.name));
    for (int round = 0; round < rounds; round++) {
      for (ReachCost way : ways) {
        way.measure(model.all());
      }
    }
    System.out.println("| way | CPU | wall | states a CPU s | of by hand |\n|---|---|---|---|---|");
    for (ReachCost way : ways) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %.3f s | %.3f s | %,.0f thousand | %s |%n",
          way.name,
          median(way.cpu),
          median(way.wall),
          model.all() / median(way.cpu) / 1000,
          way.compared(ways));
    }
    System.out.printf(Locale.ROOT, "%n%,d states; process at most %,d MB%n", model.all(), peak());
  }

  private static List<ReachCost> ways(ReachModel model) {
    BareSearch bare = new BareSearch(model);
    Product space = model.space();
    return new ArrayList<>(List.of(
        new ReachCost("bits-by-hand", "", () -> (long) bare.bits()),
        new ReachCost("bits", "bits-by-hand", () -> engine(space, model, Keeping.BITS, 1)),
        new ReachCost("usual", "bits-by-hand", () -> engine(space, model, Keeping.SMALLEST, 1)),
        new ReachCost("table-by-hand", "", () -> (long) bare.table()),
        new ReachCost("table", "table-by-hand", () -> engine(space, model, Keeping.TABLE, 1)),
        new ReachCost("bits-on-two-by-hand", "", () -> (long) bare.bitsOnTwo()),
        new ReachCost(
            "bits-on-two", "bits-on-two-by-hand", () -> engine(space, model, Keeping.BITS, 2)),
        new ReachCost("table-on-two", "", () -> engine(space, model, Keeping.TABLE, 2))));
  }

  private static long engine(Product space, ReachModel model, Keeping keeping, int threads) {
    Budget budget =
        Budget.usual().onThreads(threads).within(Runtime.getRuntime().maxMemory());
    Reached reached =
        new Search(space, budget).watching(model.invariant()).keeping(keeping).run();
    if (!reached.complete() || !reached.breaches().isEmpty()) {
      throw new IllegalStateException(reached.end() + " " + reached.breaches());
    }
    return reached.states();
  }

  private void measure(long states) throws Exception {
    System.gc();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long times = Math.max(1, ENOUGH / states);
    long cpuBefore = system.getProcessCpuTime();
    long wallBefore = System.nanoTime();
    for (int time = 0; time < times; time++) {
      long met = search.call();
      if (met != states) {
        throw new IllegalStateException(name + " met " + met + " states, not " + states);
      }
    }
    wall.add((System.nanoTime() - wallBefore) / 1e9 / times);
    cpu.add((system.getProcessCpuTime() - cpuBefore) / 1e9 / times);
  }

  /** How quick it is beside a loop by hand; on two threads, how much of what that gains. */
  private String compared(List<ReachCost> ways) {
    ReachCost hand = beside.isEmpty() ? null : named(ways, beside);
    if (hand == null) {
      return "";
    }
    ReachCost alone = named(ways, "bits");
    ReachCost handAlone = named(ways, "bits-by-hand");
    String speed = String.format(Locale.ROOT, "%.0f %%", 100 * median(hand.cpu) / median(cpu));
    if (!name.equals("bits-on-two") || alone == null || handAlone == null) {
      return speed;
    }
    double gained = median(alone.wall) / median(wall);
    double handGained = median(handAlone.wall) / median(hand.wall);
    return speed
        + String.format(
            Locale.ROOT,
            "; %.2f times one thread, by hand %.2f: %.0f %%",
            gained,
            handGained,
            100 * gained / handGained);
  }

  private static @Nullable ReachCost named(List<ReachCost> ways, String name) {
    return ways.stream().filter(way -> way.name.equals(name)).findFirst().orElse(null);
  }

  /** Megabytes, where the system says it. */
  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElse(-1024)
        / 1024;
  }

  private static double median(List<Double> seconds) {
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return sorted.get(sorted.size() / 2);
  }
}
