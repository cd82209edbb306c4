package dev.foliospec.generator;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.generator.export.Aut;
import dev.foliospec.generator.export.Graphs;
import dev.foliospec.generator.export.Vectors;
import dev.foliospec.generator.export.promela.Promela;
import dev.foliospec.generator.export.tla.Tla;
import dev.foliospec.generator.machine.MachineWriter;
import dev.foliospec.generator.machine.MonitorWriter;
import dev.foliospec.generator.machine.PackedWriter;
import dev.foliospec.generator.machine.PolicyWriter;
import dev.foliospec.generator.machine.TablesWriter;
import dev.foliospec.generator.machine.VocabularyWriter;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.MachinePlan;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.TablesPlan;
import dev.foliospec.generator.test.TestWriter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * From checked policies to files.
 *
 * <p>Each target has a folder of its own: {@code java} and {@code java-tests} are source folders,
 * the latter with the files that its tests read; the others hold one file for each policy.
 */
public final class Generator {
  private final Request request;
  private final Planner planner;
  private final List<GeneratedFile> made = new ArrayList<>();
  private final Map<String, Optional<MachinePlan>> machines = new HashMap<>();

  private Generator(Request request) {
    this.request = request;
    this.planner = new Planner(request.set(), request.basePackage());
  }

  /**
   * The files of a request, each path once, in a fixed order.
   *
   * @throws IllegalArgumentException where a policy is abstract or unsound
   */
  public static List<GeneratedFile> generate(Request request) {
    Generator generator = new Generator(request);
    for (Target target : Target.values()) {
      if (request.targets().contains(target)) {
        generator.generate(target);
      }
    }
    return List.copyOf(generator.made);
  }

  private void generate(Target target) {
    switch (target) {
      case JAVA -> java();
      case JAVA_TESTS -> javaTests();
      case VECTORS -> each(target, ".jsonl", Vectors::write);
      case DOT -> each(target, ".dot", Graphs::dot);
      case MERMAID -> each(target, ".mmd", Graphs::mermaid);
      case AUT -> each(target, ".aut", Aut::write);
      case PROMELA -> promela();
      case TLA -> tla();
    }
  }

  private void add(Target target, List<GeneratedFile> files) {
    for (GeneratedFile file : files) {
      made.add(new GeneratedFile(target.word() + "/" + file.path(), file.text()));
    }
  }

  private Set<Vocabulary> vocabularies() {
    Set<Vocabulary> vocabularies = new LinkedHashSet<>();
    machined().forEach(policy -> vocabularies.add(policy.vocabulary()));
    return vocabularies;
  }

  /** The policies of which there are machines: systems have none. */
  private List<Policy> machined() {
    return request.policies().stream()
        .filter(policy -> policy.lifting().isEmpty())
        .toList();
  }

  private void each(Target target, String ending, Function<Dense, String> written) {
    for (Policy policy : request.policies()) {
      Dense dense = request.explorations().apply(policy).dense();
      add(target, List.of(new GeneratedFile(policy.name() + ending, written.apply(dense))));
    }
  }

  private void promela() {
    for (Policy policy : request.policies()) {
      String model = Promela.write(policy, request.set().properties());
      add(Target.PROMELA, List.of(new GeneratedFile(policy.name() + ".pml", model)));
    }
  }

  private void tla() {
    for (Policy policy : request.policies()) {
      Map<String, String> files =
          Tla.write(policy, request.set(), request.explorations().apply(policy));
      files.forEach((name, text) -> add(Target.TLA, List.of(new GeneratedFile(name, text))));
    }
  }

  /** The machine of a policy, if it has one; planned once, since rows with many cases take long. */
  private Optional<MachinePlan> machine(PolicyPlan plan, Exploration explored) {
    return machines.computeIfAbsent(
        plan.policy().name(),
        name -> explored.dense().deterministic() ? Planner.machine(plan) : Optional.empty());
  }

  private void javaTests() {
    for (Vocabulary vocabulary : vocabularies()) {
      add(Target.JAVA_TESTS, List.of(TestWriter.suite(planner.vocabulary(vocabulary))));
    }
    Set<Vocabulary> claiming = new LinkedHashSet<>();
    for (Policy policy : machined()) {
      Exploration explored = request.explorations().apply(policy);
      PolicyPlan plan = planner.policy(policy);
      if (Planner.tables(plan, explored).isPresent()) {
        List<GeneratedFile> files = TestWriter.write(
            plan, request.set(), explored.dense(), machine(plan, explored).isPresent());
        add(Target.JAVA_TESTS, files);
        if (files.stream().anyMatch(file -> file.path().endsWith(".claims"))) {
          claiming.add(policy.vocabulary());
        }
      }
    }
    for (Vocabulary vocabulary : claiming) {
      add(Target.JAVA_TESTS, List.of(TestWriter.claims(planner.vocabulary(vocabulary))));
    }
  }

  private void java() {
    for (Vocabulary vocabulary : vocabularies()) {
      add(Target.JAVA, VocabularyWriter.write(planner.vocabulary(vocabulary)));
    }
    for (Policy policy : machined()) {
      PolicyPlan plan = planner.policy(policy);
      Exploration explored = request.explorations().apply(policy);
      add(Target.JAVA, PolicyWriter.write(plan));
      Optional<MachinePlan> machine = machine(plan, explored);
      machine.ifPresent(each -> add(Target.JAVA, List.of(MachineWriter.write(each))));
      Optional<TablesPlan> tables = Planner.tables(plan, explored);
      if (tables.isPresent()) {
        add(Target.JAVA, List.of(TablesWriter.write(tables.get())));
        if (machine.isPresent()) {
          add(Target.JAVA, List.of(PackedWriter.write(tables.get())));
        }
        add(Target.JAVA, List.of(MonitorWriter.write(tables.get())));
      }
    }
  }
}
