package dev.foliospec.generator.export.promela;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Spin, asked about a model that is made from the rows of a policy, says what we say: how many states
 * can be reached, what each transition does, which properties hold. Skipped where Spin or a C
 * compiler is missing.
 */
final class SpinTest {
  static final List<String> EVERYTHING = List.of("LABELS", "ALL", "EXEMPT", "REACHABLE");

  @TempDir
  static Path folder;

  /** Compiling and running verifiers takes longer than everything else, and uses no thread of ours. */
  private static ExecutorService ahead;

  @BeforeAll
  static void spinIsThere() {
    boolean there = Spin.isThere();
    if (!there) {
      System.out.println("Spin is not asked: install the Debian packages spin and gcc");
    }
    Assumptions.assumeTrue(there, "needs the Debian packages spin and gcc");
    ahead = Executors.newFixedThreadPool(2);
  }

  @AfterAll
  static void stop() {
    if (ahead != null) {
      ahead.shutdownNow();
    }
  }

  static Compilation shipped() throws IOException {
    return compiled(Path.of("..", "specs"));
  }

  private static Compilation compiled(Path root) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path each :
          files.filter(file -> file.toString().endsWith(".folio")).sorted().toList()) {
        String name = root.relativize(each).toString();
        sources.add(new SourceFile(name, Files.readString(each, StandardCharsets.UTF_8)));
      }
    }
    return Compiler.compile(sources, CompileOptions.USUAL);
  }

  @TestFactory
  Stream<DynamicTest> eachShippedPolicyIsConfirmed() throws IOException {
    return confirmed("shipped", shipped());
  }

  @TestFactory
  Stream<DynamicTest> eachCaseOfTheCorpusIsConfirmed() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    List<Path> cases;
    Path corpus = Path.of("src", "test", "corpus");
    try (Stream<Path> folders = Files.walk(corpus)) {
      cases = folders
          .filter(each -> Files.exists(each.resolve("input.folio")))
          .sorted()
          .toList();
    }
    assertThat(cases).hasSizeGreaterThan(10);
    for (Path each : cases) {
      confirmed(corpus.relativize(each).toString(), compiled(each)).forEach(tests::add);
    }
    return tests.stream();
  }

  /** Several pages, with ranges of each kind, pages beside, refusals and choices. */
  @TestFactory
  Stream<DynamicTest> systemsAreConfirmed() throws IOException {
    Path corpus = Path.of("..", "compiler", "src", "test", "corpus", "valid", "systems");
    return confirmed("systems", compiled(corpus));
  }

  private static Stream<DynamicTest> confirmed(String name, Compilation compilation) {
    List<Property> properties = compilation.policySet().properties();
    Map<String, Future<List<String>>> differences = new LinkedHashMap<>();
    for (Policy policy : compilation.policySet().completePolicies()) {
      Path own = folder.resolve(name).resolve(policy.name());
      Callable<List<String>> asked = () -> differences(
          own,
          Promela.write(policy, properties),
          compilation.explorations().of(policy).dense(),
          properties);
      differences.put(policy.name(), ahead.submit(asked));
    }
    assertThat(differences).isNotEmpty();
    return differences.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(
            name + ": " + each.getKey(), () -> assertThat(each.getValue().get()).isEmpty()));
  }

  /** How Spin and we differ over a model. */
  static List<String> differences(Path own, String model, Dense dense, List<Property> properties)
      throws IOException {
    Spin.Search all = Spin.verifier(own, model, EVERYTHING, List.of()).search();
    Spin.Search plain = ghosts(dense.policy(), properties)
        ? Spin.verifier(own.resolve("plain"), model, List.of(), List.of()).search()
        : all;
    return new Confirmed(dense, properties, model).differences(plain, all);
  }

  private static boolean ghosts(Policy policy, List<Property> properties) {
    return Claims.reads(policy, properties).stream().anyMatch(Ghost.class::isInstance);
  }
}
