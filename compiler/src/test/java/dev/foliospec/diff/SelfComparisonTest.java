package dev.foliospec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A policy does not differ from itself, and differences do not depend on who stands first. */
final class SelfComparisonTest {
  @Test
  void noShippedPolicyDiffersFromItself() throws IOException {
    for (Policy policy : shipped()) {
      for (Observer observer : policy.vocabulary().observers()) {
        Verdict verdict = Comparison.compare(side(policy), side(policy), observer);
        assertThat(verdict.differs())
            .as(policy.name() + " seen by " + observer.name())
            .isFalse();
        assertThat(verdict.relation()).isEqualTo(Relation.EQUAL);
      }
    }
  }

  @Test
  void differencesDoNotDependOnWhoStandsFirst() throws IOException {
    List<Policy> policies = shipped();
    for (Policy a : policies) {
      for (Policy b : policies) {
        Observer observer = a.vocabulary().observer("default").orElseThrow();
        Verdict one = Comparison.compare(side(a), side(b), observer);
        Verdict other = Comparison.compare(side(b), side(a), observer);
        assertThat(one.differs()).isEqualTo(other.differs());
        assertThat(one.causes()).hasSameSizeAs(other.causes());
      }
    }
  }

  private static Side side(Policy policy) {
    Dense dense = Dense.of(policy);
    return new Side(policy.name(), dense, dense.variants());
  }

  private static List<Policy> shipped() throws IOException {
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(Path.of("..", "specs"))) {
      for (Path file :
          found.filter(each -> each.toString().endsWith(".folio")).sorted().toList()) {
        files.add(new SourceFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
      }
    }
    Compilation compiled = Compiler.compile(files, CompileOptions.USUAL);
    return compiled.policySet().completePolicies();
  }
}
