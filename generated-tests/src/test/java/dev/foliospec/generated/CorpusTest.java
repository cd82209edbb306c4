package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.model.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the generator's corpus becomes compiles without our jars, and its own tests pass. */
final class CorpusTest {
  private static final Path CORPUS = Path.of("..", "generator", "src", "test", "corpus");

  @TestFactory
  Stream<DynamicTest> generatedTestsOfTheCorpusPass(@TempDir Path folder) throws IOException {
    List<Path> cases;
    try (Stream<Path> found = Files.list(CORPUS)) {
      cases = found
          .filter(each -> Files.exists(each.resolve("input.folio")))
          .sorted()
          .toList();
    }
    return cases.stream().map(each -> {
      String idea = each.getFileName().toString();
      return DynamicTest.dynamicTest(
          idea,
          () -> run(
              Files.readString(each.resolve("input.folio"), StandardCharsets.UTF_8),
              folder.resolve(idea)));
    });
  }

  private static void run(String text, Path folder) throws Exception {
    Compilation compiled = Specs.of(text);
    List<GeneratedFile> files =
        Built.generate(compiled.policySet(), Target.JAVA, Target.JAVA_TESTS);
    ClassLoader loader = Built.load(files, folder);
    for (Policy policy : compiled.policySet().completePolicies()) {
      PolicyPlan plan = new Planner(compiled.policySet(), Request.BASE_PACKAGE).policy(policy);
      assertThat(GeneratedTests.failures(plan, loader)).isEmpty();
    }
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> classes = Files.walk(folder)) {
      for (Path each :
          classes.filter(path -> path.toString().endsWith(".class")).toList()) {
        BytecodeSizeTest.codes(each).stream()
            .filter(code -> code.length() > 8000)
            .forEach(code -> tooLong.add(each.getFileName() + "." + code.method()));
      }
    }
    assertThat(tooLong).isEmpty();
  }
}
