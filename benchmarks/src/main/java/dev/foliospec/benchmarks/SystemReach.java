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
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Searches a policy or system of a folder of specs, from its tables.
 *
 * <p>Arguments: the folder, the name, how many pages a system has, how many threads.
 */
public final class SystemReach {
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
    int threads = Integer.parseInt(arguments[3]);
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long wall = System.nanoTime();
    PolicySpace space = PolicySpace.of(policy, Limits.USUAL);
    Reached reached = new Search(space, Budget.usual().onThreads(threads)).run();
    double seconds = (system.getProcessCpuTime() - cpu) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "| %s of %s pages, %d threads | %s | %,d states of %,d ranks, %d layers | %.2f s CPU | %.2f s wall |"
            + " %,.0f thousand states a CPU s |%n",
        arguments[1],
        arguments[2],
        threads,
        reached.end(),
        reached.states(),
        space.ranks(),
        reached.layers(),
        seconds,
        (System.nanoTime() - wall) / 1e9,
        reached.states() / seconds / 1000);
  }
}
