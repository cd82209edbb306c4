package dev.foliospec.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Limits;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * One folder for each idea: {@code input.folio}, and what must come of it, byte for byte.
 *
 * <p>Of each case the machine, or the monitor where there is none, and the traces are kept; of
 * {@code one_flag} everything, of
 * {@code claims} the claims and the test as well, of {@code wide} the machine alone. {@code -Dgolden.update} writes the files anew, and then fails.
 */
final class GoldensTest {
  private static final Path CORPUS = Path.of("src", "test", "corpus");

  @TestFactory
  Stream<DynamicTest> goldens() throws IOException {
    try (Stream<Path> cases = Files.list(CORPUS)) {
      return cases.filter(GoldensTest::isCase).sorted().toList().stream()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> check(each)));
    }
  }

  /** Exported forms have a corpus of their own, which has another runner. */
  private static boolean isCase(Path folder) {
    return !List.of("export", "tla").contains(folder.getFileName().toString());
  }

  private static void check(Path folder) throws IOException {
    String idea = folder.getFileName().toString();
    Map<String, String> made = made(folder, idea);
    if (System.getProperty("golden.update") != null) {
      for (Path each : kept(folder).values()) {
        Files.delete(each);
      }
      for (Map.Entry<String, String> each : made.entrySet()) {
        Files.writeString(folder.resolve(each.getKey()), each.getValue(), StandardCharsets.UTF_8);
      }
      fail("written anew: read the difference");
    }
    assertThat(kept(folder).keySet()).isEqualTo(made.keySet());
    for (Map.Entry<String, Path> each : kept(folder).entrySet()) {
      assertThat(made.get(each.getKey()))
          .as(each.getKey())
          .isEqualTo(Files.readString(each.getValue(), StandardCharsets.UTF_8));
    }
  }

  private static Map<String, Path> kept(Path folder) throws IOException {
    Map<String, Path> kept = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(each -> !each.getFileName().toString().equals("input.folio"))
          .forEach(each -> kept.put(each.getFileName().toString(), each));
    }
    return kept;
  }

  private static Map<String, String> made(Path folder, String idea) throws IOException {
    String text = Files.readString(folder.resolve("input.folio"), StandardCharsets.UTF_8);
    Compilation compiled = Compiler.compile(
        List.of(new SourceFile("specs/" + idea + ".folio", text)), CompileOptions.USUAL);
    assertThat(compiled.hasErrors()).as(compiled.diagnostics().toString()).isFalse();
    List<Policy> policies = compiled.policySet().completePolicies();
    Map<String, Exploration> explored = new HashMap<>();
    policies.forEach(each -> explored.put(each.name(), Dense.explore(each, Limits.USUAL)));
    boolean all = idea.equals("one_flag");
    Map<String, String> made = new TreeMap<>();
    for (GeneratedFile each : Generator.generate(new Request(
        EnumSet.of(Target.JAVA, Target.JAVA_TESTS),
        Request.BASE_PACKAGE,
        compiled.policySet(),
        policies,
        policy -> explored.get(policy.name())))) {
      String name = each.path().substring(each.path().lastIndexOf('/') + 1);
      boolean open = !explored.values().iterator().next().dense().deterministic();
      boolean monitor = open && (name.endsWith("Monitor.java") || name.endsWith(".points"));
      boolean machine = name.endsWith("Machine.java") && !name.startsWith("Packed");
      boolean traces = name.endsWith(".traces") && !idea.equals("wide");
      boolean claims =
          idea.equals("claims") && (name.endsWith(".claims") || name.endsWith("Test.java"));
      if (all || machine || monitor || traces || claims) {
        made.put(name, each.text());
      }
    }
    return made;
  }
}
