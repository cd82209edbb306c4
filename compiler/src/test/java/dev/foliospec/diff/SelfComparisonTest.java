package dev.foliospec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Observer;
import dev.foliospec.model.Policy;
import dev.foliospec.observe.Side;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A policy does not differ from itself, and differences do not depend on who stands first. */
final class SelfComparisonTest {
  /**
   * Whoever sees little of a policy that leaves much open has to keep many states in mind; such
   * policies are compared as those see them who see most.
   */
  @Test
  void noShippedPolicyDiffersFromItself() throws IOException {
    for (Policy policy : shipped()) {
      Side side = side(policy);
      for (Observer observer : policy.vocabulary().observers()) {
        if (side.dense().deterministic() || !observer.state().isEmpty()) {
          Verdict verdict = Comparison.compare(side, side, observer);
          assertThat(verdict.differs())
              .as(policy.name() + " seen by " + observer.name())
              .isFalse();
          assertThat(verdict.relation()).isEqualTo(Relation.EQUAL);
        }
      }
    }
  }

  /** Each with the next that speaks of the same things. */
  @Test
  void differencesDoNotDependOnWhoStandsFirst() throws IOException {
    Map<String, Side> last = new LinkedHashMap<>();
    for (Policy policy : shipped()) {
      Side one = side(policy);
      Side other = last.put(policy.vocabulary().name(), one);
      if (other != null && one.dense().deterministic() && other.dense().deterministic()) {
        Observer observer = policy.vocabulary().observer("default").orElseThrow();
        Verdict there = Comparison.compare(one, other, observer);
        Verdict back = Comparison.compare(other, one, observer);
        assertThat(there.differs()).as(policy.name()).isEqualTo(back.differs());
        assertThat(there.causes()).as(policy.name()).hasSameSizeAs(back.causes());
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
