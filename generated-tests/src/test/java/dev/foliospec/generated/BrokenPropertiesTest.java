package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A property that a machine does not keep makes its generated test fail, and that one alone. */
final class BrokenPropertiesTest {
  /** What stands in the spec, what shall stand there, and the property that then fails. */
  private record Slip(String before, String after, String property) {}

  private static final List<Slip> SLIPS = List.of(
      new Slip("always pins <= 2", "always pins < 2", "pins_are_few"),
      new Slip(
          "unchanged attr, pins",
          "unchanged attr, pins, seen and attr = to",
          "strict_keeps_pinned_pages"),
      new Slip("+1 on zero, 0 on free", "+1 on free, 0 on zero", "conversion_zeroes"),
      new Slip(
          "(number g: seen[g] = yes) > 2",
          "(number g: seen[g] = yes) >= 2",
          "never_free_after_zero"),
      new Slip("sees = attr and", "sees != attr and", "what_is_read"),
      new Slip("refused and not", "refused and", "out_of_memory"),
      new Slip(
          "because \"the guest zeroes\" source S\n  after convert(private)",
          "because \"the guest zeroes\" source S\n  after convert",
          "zeroed_everywhere"),
      new Slip("reachable pins = 2 and", "reachable pins = 2 and pins = 1 and", "pinned_twice"),
      new Slip(
          "(g = b implies seen[g] = no) by host", "(g = b implies seen[g] = no) by pin", "let_go"),
      new Slip("seen[at]' = yes and every", "seen[at] = yes and every", "looked"));

  private static Compilation compiled(String text) {
    SourceFile file = new SourceFile("specs/test.folio", text);
    return Compiler.compile(List.of(file), CompileOptions.USUAL);
  }

  private static String text() throws IOException {
    return Files.readString(
        Path.of("..", "generator", "src", "test", "corpus", "claims", "input.folio"),
        StandardCharsets.UTF_8);
  }

  @TestFactory
  Stream<DynamicTest> eachSlipIsCaught(@TempDir Path folder) {
    return SLIPS.stream()
        .map(slip -> DynamicTest.dynamicTest(
            slip.property(), () -> check(slip, folder.resolve(slip.property()))));
  }

  private static void check(Slip slip, Path folder) throws Exception {
    assertThat(text()).contains(slip.before());
    Compilation slipped = compiled(text().replace(slip.before(), slip.after()));
    Policy policy = slipped.policySet().completePolicies().get(0);
    List<String> failures = failures(slipped, policy, folder);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).contains("property " + slip.property() + " (");
  }

  /** What a policy that is not deterministic may do is tried, with outputs that may be anything. */
  @Test
  void openAnswersAreTried(@TempDir Path folder) throws Exception {
    String open = text()
        .replace("|| ok            | attr | yes      |", "|| ok            | any  | any      |");
    Compilation slipped = compiled(open);
    Policy policy = slipped.policySet().completePolicies().get(0);
    List<String> failures = failures(slipped, policy, folder);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).contains("property what_is_read (").contains("trace: ");
  }

  private static List<String> failures(Compilation slipped, Policy policy, Path folder)
      throws Exception {
    List<GeneratedFile> files = new ArrayList<>(
        Built.generate(slipped.policySet(), List.of(policy), Target.JAVA, Target.JAVA_TESTS));
    ClassLoader loader = Built.load(files, folder);
    Planner planner = new Planner(slipped.policySet(), Request.BASE_PACKAGE);
    return GeneratedTests.failures(planner.policy(policy), loader);
  }
}
