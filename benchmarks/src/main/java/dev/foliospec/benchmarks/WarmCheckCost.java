package dev.foliospec.benchmarks;

import dev.foliospec.check.CheckOptions;
import dev.foliospec.check.Checks;
import dev.foliospec.check.Explorations;
import dev.foliospec.check.Scenarios;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.model.Contract;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.model.Scenario;
import dev.foliospec.resolve.Resolver;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.Parser;
import dev.foliospec.syntax.PolicySetSyntax;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a keystroke costs in a process that is warm: all files of a folder are read and bound afresh,
 * then one policy of a single page is checked, with the properties and scenarios about it and the
 * contracts that it claims to refine, explored once more.
 *
 * <p>Arguments: how many rounds; files and folders. Policies take turns; printed are medians of this
 * thread's CPU time.
 */
public final class WarmCheckCost {
  private static final int WARMING = 20;

  private WarmCheckCost() {}

  /** Prints a table. */
  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    List<SourceFile> sources = new ArrayList<>();
    for (String place : Arrays.asList(arguments).subList(1, arguments.length)) {
      try (Stream<Path> files = Files.walk(Path.of(place))) {
        for (Path file :
            files.filter(each -> each.toString().endsWith(".folio")).sorted().toList()) {
          sources.add(new SourceFile(file.toString(), Files.readString(file)));
        }
      }
    }
    Map<String, long[][]> costs = new LinkedHashMap<>();
    Map<String, Integer> states = new LinkedHashMap<>();
    for (int round = -WARMING; round < rounds; round++) {
      for (Policy policy : bound(sources, new Diagnostics()).policies().values()) {
        if (!policy.isAbstract() && policy.lifting().isEmpty()) {
          measure(sources, policy.name(), rounds, round, costs, states);
        }
      }
    }
    System.out.println("| policy | states | read and bind | check | together |");
    System.out.println("|---|---|---|---|---|");
    for (Map.Entry<String, long[][]> each : costs.entrySet()) {
      long[][] cost = each.getValue();
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %.1f ms | %.1f ms | %.1f ms |%n",
          each.getKey(),
          states.get(each.getKey()),
          median(cost[0]),
          median(cost[1]),
          median(cost[2]));
    }
  }

  private static void measure(
      List<SourceFile> sources,
      String name,
      int rounds,
      int round,
      Map<String, long[][]> costs,
      Map<String, Integer> states) {
    Diagnostics found = new Diagnostics();
    long start = now();
    PolicySetSyntax written = Parser.parse(sources, found);
    PolicySet set = only(Resolver.resolve(written, found), name);
    long bound = now();
    Explorations explorations = Checks.inspect(written, set, CheckOptions.USUAL, found);
    new Scenarios().inspect(set, found);
    Checks.judge(set, explorations, CheckOptions.USUAL, found);
    Checks.refine(set, explorations, found);
    long end = now();
    if (round >= 0) {
      long[][] cost = costs.computeIfAbsent(name, each -> new long[3][rounds]);
      cost[0][round] = bound - start;
      cost[1][round] = end - bound;
      cost[2][round] = end - start;
      Policy policy = set.policy(name).orElseThrow();
      states.put(name, explorations.of(policy).dense().states());
    }
  }

  private static PolicySet bound(List<SourceFile> sources, Diagnostics found) {
    return Resolver.resolve(Parser.parse(sources, found), found);
  }

  /** A policy with what it is made from, what is said about it and what it claims to refine. */
  private static PolicySet only(PolicySet all, String name) {
    Policy policy = all.policy(name).orElseThrow();
    List<String> names = new ArrayList<>(policy.lineage());
    names.add(name);
    for (Contract claim : policy.contracts()) {
      names.add(claim.policy());
    }
    Map<String, Policy> policies = new LinkedHashMap<>(all.policies());
    policies.keySet().retainAll(names);
    List<Property> properties = new ArrayList<>();
    for (Property each : all.properties()) {
      for (Property.Subject subject : each.about()) {
        if (subject.policy().equals(name) && !properties.contains(each)) {
          properties.add(each);
        }
      }
    }
    List<Scenario> scenarios = new ArrayList<>();
    for (Scenario each : all.scenarios()) {
      if (each.policies().contains(name)) {
        scenarios.add(each);
      }
    }
    return new PolicySet(all.vocabularies(), policies, properties, scenarios);
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double median(long[] costs) {
    long[] sorted = costs.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2] / 1e6;
  }
}
