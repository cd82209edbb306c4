package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.Target;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A cell flipped in a shipped table, the tests kept: some test fails. */
final class FlippedCellsTest {
  /** A change to a spec: the row, what stands there, what shall stand there. */
  private record Flip(String row, String before, String after) {}

  private static final List<Flip> FLIPS = List.of(
      new Flip("| HX1 |", "refuse SIGBUS", "refuse EFAULT"),
      new Flip("| GR2 |", "| as      |", "| =       |"),
      new Flip("| C2  |", "do zap, ", ""),
      new Flip("| C5  |", "| to    |", "| =     |"),
      new Flip("| U1  |", ", flush_cache_range", "                    "),
      new Flip("| Z1  |", "| zeros     |", "| stale     |"),
      new Flip("| F2  |", "flush_dcache_folio", "clear_highpage    "));

  @TestFactory
  Stream<DynamicTest> someTestFails(@TempDir Path folder) {
    return FLIPS.stream()
        .map(flip -> DynamicTest.dynamicTest(
            flip.row() + flip.before(),
            () -> check(flip, folder.resolve("flip" + FLIPS.indexOf(flip)))));
  }

  private static void check(Flip flip, Path folder) throws Exception {
    Compilation shipped = Specs.shipped();
    Policy policy = shipped.policySet().policy("rfc2024.sev").orElseThrow();
    Compilation flipped = Specs.compile(flipped(flip));
    List<GeneratedFile> files = new ArrayList<>();
    files.addAll(Built.generate(
        flipped.policySet(),
        List.of(flipped.policySet().policy(policy.name()).orElseThrow()),
        Target.JAVA));
    files.addAll(Built.generate(shipped.policySet(), List.of(policy), Target.JAVA_TESTS));
    ClassLoader loader = Built.load(files, folder);
    Planner planner = new Planner(shipped.policySet(), Request.BASE_PACKAGE);
    List<String> failures = GeneratedTests.failures(planner.policy(policy), loader);
    assertThat(failures).isNotEmpty();
    // A failure says which row it is about and where that was written.
    assertThat(failures).anyMatch(each -> each.contains("specs/rfc2024/common.folio:"));
  }

  private static List<SourceFile> flipped(Flip flip) {
    List<SourceFile> files = new ArrayList<>();
    boolean done = false;
    for (SourceFile file : Specs.shippedFiles()) {
      if (file.path().endsWith("scenarios.folio")) {
        // The scenarios would find most flips already; here the points shall.
        continue;
      }
      StringBuilder text = new StringBuilder();
      for (String line : file.text().split("\n", -1)) {
        String changed = line;
        if (line.startsWith(flip.row()) && line.contains(flip.before())) {
          changed = line.replace(flip.before(), flip.after());
          done = true;
        }
        text.append(changed).append('\n');
      }
      files.add(new SourceFile(file.path(), text.toString()));
    }
    assertThat(done).as("the row " + flip.row() + " still has " + flip.before()).isTrue();
    return files;
  }
}
