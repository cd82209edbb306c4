package dev.foliospec.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.engine.Budget;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.State;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is compiled and what is read from the cells agree at every reachable point. */
class DenseAgainstInterpreterTest {
  private int answered;
  private int nondeterministic;

  /** Points at which two cells say different things of one element. */
  private int disagreeing;

  @Test
  void agreeOnRandomPolicies() {
    Set<PointKind> met = new HashSet<>();
    for (long seed = 0; seed < 400; seed++) {
      Policy policy = RandomPolicies.of(seed);
      agree("seed " + seed, policy, met);
    }
    assertThat(met).containsExactlyInAnyOrder(PointKind.values());
    assertThat(answered).isGreaterThan(8_000);
    assertThat(nondeterministic).isGreaterThan(500);
  }

  /** Elements that parameters, flags and variables pick, two of one row perhaps the same. */
  @Test
  void agreeOnRandomPoliciesWithIndexedVariables() {
    Set<PointKind> met = new HashSet<>();
    for (long seed = 0; seed < 250; seed++) {
      agree("indexed, seed " + seed, RandomPolicies.indexed(seed), met);
    }
    assertThat(met).containsExactlyInAnyOrder(PointKind.values());
    assertThat(answered).isGreaterThan(8_000);
    assertThat(nondeterministic).isGreaterThan(500);
    assertThat(disagreeing).isGreaterThan(100);
  }

  /** Systems of up to three pages: ranges of each kind, pages beside, what is common and global. */
  @Test
  void agreeOnRandomSystems() {
    Set<PointKind> met = new HashSet<>();
    int systems = 0;
    for (long seed = 0; seed < 70; seed++) {
      String text = RandomSystem.text(seed);
      PolicySet meant = Compiler.compile(
              List.of(new SourceFile("random.folio", text)), CompileOptions.USUAL)
          .policySet();
      Policy system = meant.policy("v.many").orElseThrow();
      assertThat(system.sound()).as(text).isTrue();
      agree("system " + seed, system, met);
      assertThat(WideSearch.of(system, List.of(), Budget.usual()).states())
          .as(text)
          .isEqualTo(Dense.of(system).states());
      systems++;
    }
    assertThat(systems).isEqualTo(70);
    assertThat(met)
        .contains(PointKind.ANSWERED, PointKind.BEYOND, PointKind.UNCOVERED, PointKind.FAULTY);
    assertThat(answered).isGreaterThan(20_000);
    assertThat(nondeterministic).isGreaterThan(1_000);
  }

  /** Whole specs: steps that read parameters, splits, cards, several policies of one base. */
  @TestFactory
  Stream<DynamicTest> agreeOnValidSpecs() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(Path.of("..", "specs"), Path.of("src", "test", "corpus", "valid"))) {
      try (Stream<Path> found = Files.walk(folder)) {
        found.filter(each -> each.toString().endsWith(".folio")).sorted().forEach(files::add);
      }
    }
    Map<Path, List<SourceFile>> together = new LinkedHashMap<>();
    for (Path file : files) {
      Path unit = file.startsWith(Path.of("..", "specs")) ? Path.of("..", "specs") : file;
      together
          .computeIfAbsent(unit, each -> new ArrayList<>())
          .add(new SourceFile(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
    }
    return together.entrySet().stream()
        .map(each -> DynamicTest.dynamicTest(
            each.getKey().toString(), () -> agreeOn(each.getKey().toString(), each.getValue())));
  }

  private void agreeOn(String what, List<SourceFile> sources) {
    PolicySet meant = Compiler.compile(sources, CompileOptions.USUAL).policySet();
    meant.completePolicies().stream()
        .filter(Policy::sound)
        .forEach(policy -> agree(what + " " + policy.name(), policy, new HashSet<>()));
  }

  private void agree(String what, Policy policy, Set<PointKind> met) {
    Dense dense = Dense.of(policy);
    Interpreter interpreter = new Interpreter(policy);
    List<Configuration> configurations = interpreter.configurations();
    assertThat(dense.initials()).as(what).isEqualTo(configurations.size());
    for (int initial = 0; initial < dense.initials(); initial++) {
      assertThat(interpreter.initial(dense.configuration(initial)))
          .as(what)
          .isEqualTo(dense.state(initial));
    }
    for (int state = 0; state < dense.states(); state++) {
      Configuration configuration = dense.configuration(state);
      State values = dense.state(state);
      for (int input = 0; input < dense.inputs(); input++) {
        Input given = dense.input(input);
        Reply reply = interpreter.step(configuration, values, given);
        String where = what + " " + configuration + " " + values + " " + given.call();
        met.add(dense.kind(state, input));
        disagreeing +=
            reply instanceof Reply.Faulty faulty && faulty.trouble() == Reply.Trouble.CELLS_DISAGREE
                ? 1
                : 0;
        assertThat(seen(dense, state, input)).as(where).isEqualTo(seen(reply));
      }
    }
  }

  private List<String> seen(Dense dense, int state, int input) {
    List<String> seen = new ArrayList<>();
    PointKind kind = dense.kind(state, input);
    switch (kind) {
      case ANSWERED -> {
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          Reaction reaction = dense.reactions().get(dense.reaction(edge));
          List<String> outputs = new ArrayList<>();
          reaction.outputs().forEach(given -> outputs.add(given.spelled()));
          assertThat(dense.configuration(dense.target(edge))).isEqualTo(dense.configuration(state));
          seen.add(reaction.row().id()
              + " "
              + reaction.kind()
              + " "
              + reaction.answer()
              + " "
              + outputs
              + " "
              + reaction.effects().stream().map(Effect::name).toList()
              + " "
              + dense.state(dense.target(edge)));
        }
        answered++;
        nondeterministic += seen.size() > 1 ? 1 : 0;
      }
      case FORBIDDEN -> {
        int edge = dense.from(state, input);
        assertThat(dense.target(edge)).isEqualTo(state);
        seen.add(
            "forbidden " + dense.reactions().get(dense.reaction(edge)).row().id());
      }
      case OVERLAPPING -> seen.add("overlapping " + dense.rows(state, input));
      default -> seen.add(kind.name());
    }
    seen.sort(null);
    return seen;
  }

  private static List<String> seen(Reply reply) {
    List<String> seen = new ArrayList<>();
    if (reply instanceof Reply.Answered answered) {
      for (Response response : answered.responses()) {
        List<String> outputs = new ArrayList<>();
        for (Shown shown : response.outputs()) {
          outputs.add(
              shown instanceof Shown.One one
                  ? one.value().name()
                  : shown instanceof Shown.None ? "-" : "any");
        }
        seen.add(response.row().id()
            + " "
            + response.kind()
            + " "
            + response.answer()
            + " "
            + outputs
            + " "
            + response.effects().stream().map(Effect::name).toList()
            + " "
            + response.next());
      }
    } else if (reply instanceof Reply.Forbidden forbidden) {
      seen.add("forbidden " + forbidden.row().id());
    } else if (reply instanceof Reply.Overlapping overlapping) {
      seen.add("overlapping " + overlapping.rows());
    } else if (reply instanceof Reply.Beyond) {
      seen.add("BEYOND");
    } else if (reply instanceof Reply.Uncovered) {
      seen.add("UNCOVERED");
    } else if (reply instanceof Reply.Faulty) {
      seen.add("FAULTY");
    } else {
      seen.add(reply.toString());
    }
    seen.sort(null);
    return seen;
  }
}
