package dev.foliospec.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.engine.Budget;
import dev.foliospec.engine.Reached;
import dev.foliospec.engine.Search;
import dev.foliospec.model.Policy;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A search of a policy's space meets what exploring numbers, layer by layer. */
class PolicySpaceTest {
  private int searched;

  @Test
  void meetsTheStatesOfRandomPolicies() {
    for (long seed = 0; seed < 150; seed++) {
      agree(RandomPolicies.of(seed));
      agree(RandomPolicies.indexed(seed));
    }
    assertThat(searched).isGreaterThan(250);
  }

  @Test
  void meetsTheStatesOfShippedPoliciesAndSystems() throws IOException {
    for (Policy policy : policies(Path.of("..", "specs"))) {
      agree(policy);
    }
    int policies = searched;
    for (Policy system : policies(Path.of("src", "test", "corpus", "valid", "systems"))) {
      agree(system);
    }
    assertThat(policies).isGreaterThan(40);
    assertThat(searched).isGreaterThan(policies + 1);
  }

  private static List<Policy> policies(Path folder) throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file :
          files.filter(each -> each.toString().endsWith(".folio")).sorted().toList()) {
        sources.add(new SourceFile(file.toString(), Files.readString(file)));
      }
    }
    return Compiler.compile(sources, CompileOptions.USUAL).policySet().completePolicies().stream()
        .filter(Policy::sound)
        .toList();
  }

  private void agree(Policy policy) {
    Exploration exploration = Dense.explore(policy, Limits.USUAL);
    if (!exploration.complete()) {
      return;
    }
    searched++;
    Dense dense = exploration.dense();
    PolicySpace space = PolicySpace.of(policy, Limits.USUAL);
    Reached reached = new Search(space, Budget.usual()).run();
    assertThat(reached.states()).as(policy.name()).isEqualTo(dense.states());
    int[] depths = new int[dense.states()];
    long[] ranks = new long[dense.states()];
    for (int state = 0; state < ranks.length; state++) {
      depths[state] = dense.parent(state) < 0 ? 0 : depths[dense.parent(state)] + 1;
      ranks[state] = space.rank(dense.configuration(state), dense.state(state));
    }
    for (int layer = 0; layer < reached.layers(); layer++) {
      int depth = layer;
      long[] expected = IntStream.range(0, ranks.length)
          .filter(state -> depths[state] == depth)
          .mapToLong(state -> ranks[state])
          .toArray();
      Arrays.sort(expected);
      assertThat(reached.layer(layer)).as(policy.name()).isEqualTo(expected);
    }
  }
}
