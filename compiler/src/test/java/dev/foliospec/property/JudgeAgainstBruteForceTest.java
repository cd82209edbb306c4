package dev.foliospec.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.RandomPolicies;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Property;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The judge and the interpreter, which is simply run, find the same of the same properties: whether
 * they hold, in which variants, how short the shortest run is that shows it, and what was needed.
 */
class JudgeAgainstBruteForceTest {
  private static final int MOST = 5_000_000;

  /** How many points a policy may have to be run through name by name. */
  private static final int MOST_POINTS = 30_000;

  private int failed;
  private int held;
  private int idle;
  private int exempt;

  @Test
  void agreeOnRandomPropertiesOfRandomPolicies() {
    for (long seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      Policy plain = RandomPolicies.of(seed);
      Policy policy = plain.withGhosts(RandomProperties.ghosts(Dense.of(plain), random));
      agree("seed " + seed, policy, random, 60);
    }
    assertThat(failed).isGreaterThan(1_500);
    assertThat(held).isGreaterThan(1_500);
    assertThat(idle).isGreaterThan(200);
    assertThat(exempt).isGreaterThan(50);
  }

  @TestFactory
  Stream<DynamicTest> agreeOnSpecs() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path folder : List.of(Path.of("..", "specs"), Path.of("src", "test", "corpus"))) {
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
    for (Policy policy : meant.completePolicies()) {
      if (policy.sound()) {
        Dense dense = Dense.of(policy);
        if (dense.states() == 0 || (long) dense.states() * dense.inputs() > MOST_POINTS) {
          continue;
        }
        BruteForce force = new BruteForce(policy);
        Judge judge = new Judge(dense, MOST);
        for (Property property : meant.properties()) {
          agree(what + " " + policy.name() + " " + property.name(), force, judge, policy, property);
        }
        RandomProperties properties = new RandomProperties(policy, dense, new Random(7));
        for (int at = 0; at < 12; at++) {
          Property property = properties.property();
          agree(what + " " + policy.name() + " #" + at, force, judge, policy, property);
        }
      }
    }
  }

  private void agree(String what, Policy policy, Random random, int times) {
    Dense dense = Dense.of(policy);
    BruteForce force = new BruteForce(policy);
    Judge judge = new Judge(dense, MOST);
    RandomProperties properties = new RandomProperties(policy, dense, random);
    for (int at = 0; at < times; at++) {
      Property property = properties.property();
      agree(what + " #" + at + " " + property.claim(), force, judge, policy, property);
    }
  }

  private void agree(String what, BruteForce force, Judge judge, Policy policy, Property property) {
    BruteForce.Found expected = force.judge(property);
    BruteForce.Found given = BruteForce.found(policy, judge.judge(property));
    assertThat(given).as(what).isEqualTo(expected);
    failed += expected.failures().isEmpty() ? 0 : 1;
    held += expected.asked() && expected.failures().isEmpty() ? 1 : 0;
    idle += expected.asked() && !expected.occurs() ? 1 : 0;
    exempt += expected.needed().isEmpty() ? 0 : 1;
  }

  /** A judge that reads one thing wrongly does not pass. */
  @Test
  void everySlipIsCaught() {
    Map<Slips.Slip, Integer> caught = new EnumMap<>(Slips.Slip.class);
    for (long seed = 0; seed < 150; seed++) {
      Random random = new Random(seed);
      Policy plain = RandomPolicies.of(seed);
      Policy policy = plain.withGhosts(RandomProperties.ghosts(Dense.of(plain), random));
      Dense dense = Dense.of(policy);
      BruteForce force = new BruteForce(policy);
      Judge judge = new Judge(dense, MOST);
      RandomProperties properties = new RandomProperties(policy, dense, random);
      for (int at = 0; at < 40; at++) {
        Property property = properties.property();
        BruteForce.Found expected = force.judge(property);
        for (Slips.Slip slip : Slips.Slip.values()) {
          Judgement wrong = judge.judge(Slips.with(property, slip));
          if (!BruteForce.found(policy, wrong).equals(expected)) {
            caught.merge(slip, 1, Integer::sum);
          }
        }
      }
    }
    assertThat(caught).containsOnlyKeys(Slips.Slip.values());
  }

  /** A judge whose ghosts follow effects otherwise does not pass. */
  @Test
  void ghostsThatFollowWronglyAreCaught() {
    int backwards = 0;
    int late = 0;
    for (long seed = 0; seed < 120; seed++) {
      Random random = new Random(seed);
      Policy plain = RandomPolicies.of(seed);
      Policy policy = plain.withGhosts(RandomProperties.ghosts(Dense.of(plain), random));
      BruteForce force = new BruteForce(policy);
      Judge turned = new Judge(
          Dense.of(policy.withGhosts(
              policy.ghosts().stream().map(each -> turned(each)).toList())),
          MOST);
      Judge deaf = new Judge(
          Dense.of(
              policy.withGhosts(policy.ghosts().stream().map(each -> deaf(each)).toList())),
          MOST);
      RandomProperties properties = new RandomProperties(policy, Dense.of(policy), random);
      for (int at = 0; at < 40; at++) {
        Property property = properties.property();
        BruteForce.Found expected = force.judge(property);
        backwards += BruteForce.found(policy, turned.judge(property)).equals(expected) ? 0 : 1;
        late += BruteForce.found(policy, deaf.judge(property)).equals(expected) ? 0 : 1;
      }
    }
    assertThat(backwards).isGreaterThan(10);
    assertThat(late).isGreaterThan(10);
  }

  private static Ghost turned(Ghost ghost) {
    return with(
        ghost,
        ghost.rules().stream()
            .map(each -> new Ghost.Rule(each.effect(), -each.shift(), each.value()))
            .toList());
  }

  private static Ghost deaf(Ghost ghost) {
    return with(
        ghost, ghost.rules().stream().filter(each -> each.value().isEmpty()).toList());
  }

  private static Ghost with(Ghost ghost, List<Ghost.Rule> rules) {
    return new Ghost(
        ghost.name(), ghost.type(), ghost.owner(), ghost.initial(), rules, ghost.doc(), ghost.at());
  }
}
