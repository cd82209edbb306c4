package dev.foliospec.generator.export.tla;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Exploration;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.Reaction;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.Value;
import dev.foliospec.property.Judge;
import dev.foliospec.property.Judgement;
import dev.foliospec.run.Ghosts;
import dev.foliospec.run.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * TLC, asked about the module of a policy, says what we say: how many states can be reached, and which
 * properties hold. Skipped unless {@code -Dtla2tools=JAR} names TLC's jar.
 */
final class TlcTest {
  private static final String JAR = "tla2tools";

  @TempDir
  static Path folder;

  @BeforeAll
  static void tlcIsThere() {
    boolean named = System.getProperty(JAR) != null;
    String missing = "TLC is not asked: name its jar with -D" + JAR + "=tla2tools.jar";
    if (!named) {
      System.out.println(missing);
    }
    Assumptions.assumeTrue(named, missing);
  }

  @TestFactory
  Stream<DynamicTest> tlcFindsTheSameStatesAndVerdicts() throws IOException {
    String jar = Objects.requireNonNull(System.getProperty(JAR));
    Tlc tlc = new Tlc(Path.of(jar).toAbsolutePath());
    List<Compilation> compilations = new ArrayList<>(List.of(TlaCorpusTest.shipped()));
    Path corpus = Path.of("src", "test", "corpus");
    try (Stream<Path> folders = Files.walk(corpus)) {
      for (Path each : folders.sorted().toList()) {
        if (String.valueOf(each.getFileName()).equals("input.folio")) {
          compilations.add(TlaCorpusTest.compiled(each));
        }
      }
    }
    for (String each : List.of("pages.folio", "stops.folio")) {
      compilations.add(TlaCorpusTest.compiled(TlaCorpusTest.SYSTEMS.resolve(each)));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Compilation compilation : compilations) {
      for (Policy policy : compilation.policySet().completePolicies()) {
        Path own = folder.resolve(tests.size() + "");
        tests.add(DynamicTest.dynamicTest(
            policy.name(),
            () -> assertThat(differences(tlc, own, compilation, policy)).isEmpty()));
      }
    }
    assertThat(tests).hasSizeGreaterThan(40);
    return tests.stream();
  }

  /** How TLC and we differ over a policy. */
  private static List<String> differences(Tlc tlc, Path own, Compilation compilation, Policy policy)
      throws Exception {
    Exploration explored = Dense.explore(policy, Limits.USUAL);
    Map<String, String> files = Tla.write(policy, compilation.policySet(), explored);
    Files.createDirectories(own);
    for (Map.Entry<String, String> each : files.entrySet()) {
      Files.writeString(own.resolve(each.getKey()), each.getValue(), StandardCharsets.UTF_8);
    }
    List<String> differences = new ArrayList<>();
    Set<String> asked = new TreeSet<>();
    Set<String> violated = new TreeSet<>();
    for (String name : files.keySet()) {
      if (name.endsWith(".cfg")) {
        String config = name.substring(0, name.length() - ".cfg".length());
        String module = config.endsWith("_reachable")
            ? config.substring(0, config.length() - "_reachable".length())
            : config;
        Tlc.Verdict verdict = tlc.check(own, module, config);
        int states = module.endsWith("_ghosts")
            ? withGhosts(explored.dense())
            : explored.dense().states();
        if (verdict.states() != states) {
          differences.add(config + ": " + verdict.states() + " states, but we reach " + states);
        }
        asked.addAll(verdict.asked());
        violated.addAll(verdict.violated());
      }
    }
    asked.remove("TypeOK");
    Judge judge = new Judge(explored.dense(), Limits.USUAL.states());
    for (Property property : compilation.policySet().properties()) {
      // What all of a policy may break is asked of nobody; that it does is ours to know.
      boolean exempt = property.exemptions().stream()
          .flatMap(each -> each.subjects().stream())
          .anyMatch(each -> each.policy().equals(policy.name()) && each.fixed().isEmpty());
      if (!exempt) {
        compare(property, judge.judge(property), asked, violated, differences);
      }
    }
    asked.forEach(each -> differences.add(each + " is asked of TLC, but we do not ask it"));
    return differences;
  }

  private static void compare(
      Property property,
      Judgement judgement,
      Set<String> asked,
      Set<String> violated,
      List<String> differences) {
    if (!judgement.asked() || property.claim() instanceof Claim.CanReach) {
      return;
    }
    boolean reachable = property.claim() instanceof Claim.Reachable;
    String name = (reachable ? "never_" : "") + property.name();
    List<String> ours = asked.stream()
        .filter(each -> each.equals(name) || each.matches(name + "(_property|(_[0-9]+)+)"))
        .toList();
    asked.removeAll(ours);
    long broken = ours.stream().filter(violated::contains).count();
    long expected = reachable
        ? judgement.variants() - judgement.failures().size()
        : judgement.failures().isEmpty() ? 0 : 1;
    if (ours.isEmpty() || broken != expected) {
      differences.add(name + ": TLC breaks " + broken + " of " + ours + ", but we " + expected);
    }
  }

  /** How many states there are with all ghosts followed. */
  private static int withGhosts(Dense dense) {
    record Node(int state, List<Value> ghosts) {}
    Ghosts ghosts = new Ghosts(dense.policy());
    Set<Node> known = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>();
    for (int state = 0; state < dense.initials(); state++) {
      Node first = new Node(state, ghosts.initial());
      known.add(first);
      open.add(first);
    }
    while (!open.isEmpty()) {
      Node node = open.remove();
      for (int input = 0; input < dense.inputs(); input++) {
        for (int edge = dense.from(node.state(), input);
            edge < dense.to(node.state(), input);
            edge++) {
          Reaction reaction = dense.reactions().get(dense.reaction(edge));
          if (reaction.kind() != Reaction.Kind.FORBIDDEN) {
            Response response = new Response(
                reaction.row(),
                Response.Kind.OK,
                reaction.answer(),
                List.of(),
                reaction.effects(),
                dense.state(dense.target(edge)));
            Node next = new Node(dense.target(edge), ghosts.after(node.ghosts(), response));
            if (known.add(next)) {
              open.add(next);
            }
          }
        }
      }
    }
    return known.size();
  }
}
