package dev.foliospec.specs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.check.Scenarios;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every shipped scenario asserts something: {@code scenarios.expect} says under what it fails. */
class ScenarioClaimsTest {
  private static final ShippedSpecs SPECS = ShippedSpecs.read();
  private static final PolicySet SHIPPED = SPECS.bind();
  private static final List<ScenarioClaim> CLAIMS =
      ShippedSpecs.named("scenarios.expect").entrySet().stream()
          .flatMap(each -> ScenarioClaim.read(each.getKey(), each.getValue()).stream())
          .toList();

  private static Scenario scenario(PolicySet in, ScenarioClaim claim) {
    return in.scenarios().stream()
        .filter(claim::isOf)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no scenario is meant by " + claim));
  }

  private static Optional<Diagnostic> judged(ScenarioClaim claim, PolicySet in) {
    Policy policy = in.policy(claim.policy()).orElseThrow();
    assertThat(policy.sound()).as("%s can be run", policy.name()).isTrue();
    return new Scenarios().inspect(claim.asked(scenario(in, claim)), policy);
  }

  @Test
  void thereAreScenariosEnough() {
    assertThat(SHIPPED.scenarios().stream()
            .filter(each -> ShippedSpecs.folder(each.at().file()).equals("rfc2024"))
            .map(Scenario::name)
            .distinct())
        .hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void everyScenarioIsClaimedToFailSomewhere() {
    assertThat(SHIPPED.scenarios())
        .allSatisfy(each -> assertThat(CLAIMS).anyMatch(claim -> claim.isOf(each)));
  }

  @Test
  void everyScenarioHoldsWhereItIsWritten() {
    for (Scenario scenario : SHIPPED.scenarios()) {
      assertThat(scenario.policies()).as(scenario.name()).isNotEmpty();
      for (String name : scenario.policies()) {
        Policy policy = SHIPPED.policy(name).orElseThrow();
        assertThat(new Scenarios().inspect(scenario, policy))
            .as(scenario.name())
            .isEmpty();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyClaimIsTrue() {
    return CLAIMS.stream()
        .map(claim -> DynamicTest.dynamicTest(claim.toString(), () -> isTrue(claim)));
  }

  private static void isTrue(ScenarioClaim claim) {
    PolicySet asked = SHIPPED;
    if (claim.changed().isPresent()) {
      ScenarioClaim.ChangedCell cell = claim.changed().get();
      assertThat(judged(claim, SHIPPED)).as("as written it holds").isEmpty();
      Policy written = SHIPPED.policy(claim.policy()).orElseThrow();
      asked = SPECS
          .edition(claim.folder())
          .with(cell.in(written).at(), cell.text())
          .withoutEnsures()
          .bind();
    }
    assertThat(judged(claim, asked)).map(Diagnostic::rule).contains(Rule.SCENARIO_DISAGREES);
  }
}
