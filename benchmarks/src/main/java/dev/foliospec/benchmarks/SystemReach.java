package dev.foliospec.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.engine.Budget;
import dev.foliospec.engine.Reached;
import dev.foliospec.engine.Search;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.PolicySpace;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Searches a policy or system of a folder of specs, each time anew from its tables.
 *
 * <p>Arguments: the folder, the name, how many pages a system has, in how many rounds, on how many
 * threads. A round searches a small one often enough to be measured; the first round warms up and does
 * not count. Printed is the median of the process's CPU time, as a row of a table.
 */
public final class SystemReach {
  /** Small searches are repeated until they come to so many states. */
  private static final long ENOUGH = 100_000;

  private SystemReach() {}

  /** Prints a line. */
  public static void main(String[] arguments) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(".folio")).sorted().toList()) {
        sources.add(new SourceFile(file.toString(), Files.readString(file)));
      }
    }
    CompileOptions options = CompileOptions.USUAL
        .withMostStates(1)
        .withOnly(List.of(arguments[1]))
        .withPages(Integer.parseInt(arguments[2]));
    Policy policy =
        Compiler.compile(sources, options).policySet().policy(arguments[1]).orElseThrow();
    int rounds = Integer.parseInt(arguments[3]);
    int threads = Integer.parseInt(arguments[4]);
    double[] seconds = new double[rounds];
    Reached reached = search(policy, threads);
    long times = Math.max(1, ENOUGH / reached.states());
    for (int round = -1; round < rounds; round++) {
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long cpu = system.getProcessCpuTime();
      for (long time = 0; time < times; time++) {
        search(policy, threads);
      }
      if (round >= 0) {
        seconds[round] = (system.getProcessCpuTime() - cpu) / 1e9 / times;
      }
    }
    Arrays.sort(seconds);
    double median = seconds[rounds / 2];
    System.out.printf(
        Locale.ROOT,
        "| foliospec, %s of %s pages, %d thread%s | %.4f s | %d states | %.1f thousand |%n",
        arguments[1],
        arguments[2],
        threads,
        threads == 1 ? "" : "s",
        median,
        reached.states(),
        reached.states() / median / 1000);
  }

  private static Reached search(Policy policy, int threads) {
    Reached reached =
        new Search(PolicySpace.of(policy, Limits.USUAL), Budget.usual().onThreads(threads)).run();
    if (!reached.complete()) {
      throw new IllegalStateException(policy.name() + ": " + reached.end());
    }
    return reached;
  }
}
