package dev.foliospec.generator.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Limits;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.State;
import dev.foliospec.property.Judge;
import dev.foliospec.property.Judgement;
import dev.foliospec.run.Ghosts;
import dev.foliospec.run.Occasion;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.automatalib.alphabet.Alphabet;
import net.automatalib.alphabet.impl.Alphabets;
import net.automatalib.automaton.transducer.impl.CompactMealy;
import net.automatalib.util.automaton.Automata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What is written in the Aldebaran format, read again by nothing of ours: AutomataLib reaches as many
 * states, and what {@code from ... can reach} says is so by a plain walk backwards along the lines.
 */
final class AutTest {
  private static final Pattern HEAD = Pattern.compile("des \\(0, (\\d+), (\\d+)\\)");
  private static final Pattern LINE = Pattern.compile("\\((\\d+), \"([^\"]*)\", (\\d+)\\)");

  private static Compilation compilation;

  /** A transition as it was written. */
  private record Edge(int from, String label, int to) {
    /** The event of its label. */
    String event() {
      return label.split("[(|]", 2)[0];
    }
  }

  /** A file, read. */
  private record Lts(int states, List<Edge> edges) {
    static Lts read(String text) {
      List<String> lines = text.lines().toList();
      Matcher head = HEAD.matcher(lines.get(0));
      assertThat(head.matches()).as(lines.get(0)).isTrue();
      List<Edge> edges = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        Matcher matcher = LINE.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        edges.add(new Edge(
            Integer.parseInt(matcher.group(1)),
            matcher.group(2),
            Integer.parseInt(matcher.group(3))));
      }
      assertThat(edges).hasSize(Integer.parseInt(head.group(1)));
      return new Lts(Integer.parseInt(head.group(2)), edges);
    }
  }

  @BeforeAll
  static void compile() throws IOException {
    List<SourceFile> sources = new ArrayList<>();
    Path specs = Path.of("..", "specs");
    try (Stream<Path> files = Files.walk(specs)) {
      for (Path each :
          files.filter(file -> file.toString().endsWith(".folio")).sorted().toList()) {
        sources.add(new SourceFile(
            specs.relativize(each).toString(), Files.readString(each, StandardCharsets.UTF_8)));
      }
    }
    compilation = Compiler.compile(sources, CompileOptions.USUAL);
  }

  private static List<Policy> policies() {
    List<Policy> policies = compilation.policySet().completePolicies();
    assertThat(policies).isNotEmpty();
    return policies;
  }

  private static Dense dense(Policy policy) {
    return compilation.explorations().of(policy).dense();
  }

  // --- AutomataLib ----------------------------------------------------------------------------

  @TestFactory
  Stream<DynamicTest> automataLibReachesTheSameStates() {
    return policies().stream()
        .map(policy -> DynamicTest.dynamicTest(policy.name(), () -> {
          Dense dense = dense(policy);
          Lts lts = Lts.read(Aut.write(dense));
          assertThat(lts.states()).isEqualTo(dense.states() + 1);
          assertThat(new HashSet<>(lts.edges()).size()).isEqualTo(lts.edges().size());
          Map<Integer, Map<String, Integer>> numbered = new HashMap<>();
          Set<String> letters = new LinkedHashSet<>();
          // The same label may lead to several states; the machine numbers these.
          List<Edge> plain = new ArrayList<>();
          for (Edge edge : lts.edges()) {
            int before = numbered
                .computeIfAbsent(edge.from(), none -> new HashMap<>())
                .merge(edge.label(), 1, Integer::sum);
            String letter = edge.label() + "#" + before;
            letters.add(letter);
            plain.add(new Edge(edge.from(), letter, edge.to()));
          }
          Alphabet<String> alphabet = Alphabets.fromCollection(letters);
          CompactMealy<String, String> machine = new CompactMealy<>(alphabet, lts.states());
          machine.addInitialState();
          while (machine.size() < lts.states()) {
            machine.addState();
          }
          plain.forEach(each -> machine.setTransition(each.from(), each.label(), each.to(), "-"));
          assertThat(Automata.stateCover(machine, alphabet)).hasSize(lts.states());
        }));
  }

  // --- From ... can reach ---------------------------------------------------------------------

  @TestFactory
  Stream<DynamicTest> pathsAreAsTheLinesHaveThem() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Property property : compilation.policySet().properties()) {
      if (property.claim() instanceof Claim.CanReach claim) {
        for (Policy policy : policies()) {
          if (property.about().stream().anyMatch(each -> each.policy().equals(policy.name()))) {
            tests.add(DynamicTest.dynamicTest(
                property.name() + " in " + policy.name(), () -> walk(policy, property, claim)));
          }
        }
      }
    }
    assertThat(tests).hasSizeGreaterThan(10);
    return tests.stream();
  }

  private static void walk(Policy policy, Property property, Claim.CanReach claim) {
    Dense dense = dense(policy);
    Lts lts = Lts.read(Aut.write(dense));
    BitSet good = backwards(lts, holding(dense, claim.goal()), claim.by());
    BitSet bad = holding(dense, claim.from());
    bad.andNot(good);
    Set<Integer> failing = new TreeSet<>();
    boolean excepted = false;
    for (int state = bad.nextSetBit(0); state >= 0; state = bad.nextSetBit(state + 1)) {
      Configuration configuration = dense.configuration(state - 1);
      if (covers(property.about(), policy, configuration)
          && (property.where().isEmpty()
              || holds(dense, state - 1, property.where().get()))) {
        if (property.exemptions().stream()
            .anyMatch(each -> covers(each.subjects(), policy, configuration))) {
          excepted = true;
        } else {
          failing.add(dense.variantOf(state - 1));
        }
      }
    }
    Judgement judgement = new Judge(dense, Limits.USUAL.states()).judge(property);
    Set<Integer> judged = new TreeSet<>();
    judgement.failures().forEach(each -> judged.add(each.variant()));
    assertThat(judged).isEqualTo(failing);
    assertThat(!judgement.needed().isEmpty()).isEqualTo(excepted);
  }

  /** The states from which some lines lead to others. */
  private static BitSet backwards(Lts lts, BitSet goal, Set<String> by) {
    Map<Integer, List<Edge>> into = new HashMap<>();
    for (Edge edge : lts.edges()) {
      if (edge.from() > 0 && (by.isEmpty() || by.contains(edge.event()))) {
        into.computeIfAbsent(edge.to(), none -> new ArrayList<>()).add(edge);
      }
    }
    BitSet reaching = (BitSet) goal.clone();
    ArrayDeque<Integer> open = new ArrayDeque<>();
    goal.stream().forEach(open::add);
    while (!open.isEmpty()) {
      for (Edge edge : into.getOrDefault(open.remove(), List.of())) {
        if (!reaching.get(edge.from())) {
          reaching.set(edge.from());
          open.add(edge.from());
        }
      }
    }
    return reaching;
  }

  /** The numbers in the file of the states of which something holds, read name by name. */
  private static BitSet holding(Dense dense, Expression expression) {
    BitSet holding = new BitSet();
    for (int state = 0; state < dense.states(); state++) {
      holding.set(state + 1, holds(dense, state, expression));
    }
    return holding;
  }

  private static boolean holds(Dense dense, int number, Expression expression) {
    State state = dense.state(number);
    Configuration configuration = dense.configuration(number);
    Policy policy = dense.policy();
    return Occasion.of(policy, configuration, state, new Ghosts(policy).initial())
        .holds(expression);
  }

  private static boolean covers(
      List<Property.Subject> subjects, Policy policy, Configuration configuration) {
    Variant variant = new Variant(policy, configuration.choices());
    String fixed = "," + variant.fixed() + ",";
    return subjects.stream()
        .filter(each -> each.policy().equals(policy.name()))
        .anyMatch(each -> each.fixed().entrySet().stream()
            .allMatch(one -> !decided(policy, one.getKey())
                ? fixed.contains("," + one.getKey() + "=" + one.getValue() + ",")
                : one.getValue().equals(spelled(policy, one.getKey()))));
  }

  private static boolean decided(Policy policy, String trait) {
    return policy.choices().stream().noneMatch(each -> each.trait().name().equals(trait));
  }

  private static String spelled(Policy policy, String trait) {
    return policy.traits().stream()
        .filter(each -> each.trait().name().equals(trait))
        .map(each -> each.alternatives().get(0).spelled())
        .findFirst()
        .orElse("");
  }
}
