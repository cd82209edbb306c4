package dev.foliospec.check;

import static dev.foliospec.run.PolicyByHand.NOWHERE;
import static dev.foliospec.run.PolicyByHand.constant;
import static dev.foliospec.run.PolicyByHand.effect;
import static dev.foliospec.run.PolicyByHand.row;
import static dev.foliospec.run.PolicyByHand.type;
import static dev.foliospec.run.PolicyByHand.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome.Answer;
import dev.foliospec.model.Output;
import dev.foliospec.model.Policy;
import dev.foliospec.model.PolicySet;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.run.PolicyByHand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private final PolicyByHand hand = new PolicyByHand("e.p");
  private final Variable bit = hand.variable("bit", "0", "0", "1");
  private final Output sees = new Output("sees", bit.type());
  private final Event set = hand.event("set", List.of());
  private final Event look = hand.event("look", List.of(), sees);

  private PolicyByHand.Row sets() {
    return row("S").on(set).answers(Answer.OK).sets(bit, constant("1")).does(effect("flip"));
  }

  private PolicyByHand.Row looks() {
    return row("L").on(look).answers(Answer.OK).gives("sees", new NewValue.Read(bit, false));
  }

  private static Scenario.Step step(Event event, String answer, String... outputs) {
    Map<String, Scenario.Expected> expected = new LinkedHashMap<>();
    for (int at = 0; at < outputs.length; at += 2) {
      expected.put(
          outputs[at],
          new Scenario.Expected(
              outputs[at + 1].equals("-")
                  ? Optional.empty()
                  : Optional.of(new Value(outputs[at + 1]))));
    }
    return new Scenario.Step(
        event,
        List.of(),
        Map.of(),
        answer.equals("any") ? Optional.empty() : Optional.of(answer),
        expected,
        NOWHERE);
  }

  private static Scenario scenario(Map<String, Value> flags, Scenario.Step... steps) {
    return new Scenario(
        "s",
        Optional.empty(),
        List.of("e.p"),
        flags,
        Map.of(),
        List.of(steps),
        Grounds.NONE,
        Optional.empty(),
        NOWHERE);
  }

  private static List<Diagnostic> found(Policy policy, Scenario scenario) {
    Diagnostics found = new Diagnostics();
    new Scenarios()
        .inspect(
            new PolicySet(Map.of(), Map.of("e.p", policy), List.of(), List.of(scenario)), found);
    return found.inReadingOrder();
  }

  @Test
  void aPolicyThatFollowsIsNotMentioned() {
    Policy policy = hand.body("t", List.of(set, look), sets(), looks()).build();
    assertThat(found(
            policy,
            scenario(
                Map.of(),
                step(look, "ok", "sees", "0"),
                step(set, "any"),
                step(look, "ok", "sees", "1"))))
        .isEmpty();
  }

  @Test
  void theFirstWrongStepIsReportedWithRowAndTrace() {
    Policy policy = hand.body("t", List.of(set, look), sets(), looks()).build();
    List<Diagnostic> found = found(
        policy,
        scenario(Map.of(), step(set, "ok"), step(look, "ok", "sees", "0"), step(set, "EIO")));
    assertThat(found).hasSize(1);
    Diagnostic only = found.get(0);
    assertThat(only.rule()).isEqualTo(Rule.SCENARIO_DISAGREES);
    assertThat(only.message())
        .isEqualTo("scenario `s`: `e.p` answers `look` with `ok`, `sees` = `1`");
    assertThat(only.at().text()).isEqualTo("expected `ok`, `sees` = `0`");
    assertThat(only.related()).extracting(label -> label.text()).containsExactly("row L answers");
    assertThat(only.trace()).hasSize(2);
    assertThat(only.trace().get(0).detail()).isEqualTo("bit: 0 -> 1\ndoes flip");
    assertThat(only.trace().get(1).outputs()).containsEntry("sees", "1");
  }

  @Test
  void noOutputIsAnExpectationToo() {
    Policy policy = hand.body("t", List.of(set, look), sets(), looks()).build();
    assertThat(found(policy, scenario(Map.of(), step(look, "ok", "sees", "-"))))
        .singleElement()
        .matches(each -> each.at().text().equals("expected `ok`, no `sees`"));
  }

  @Test
  void flagsThatAreNotFixedTakeEveryValue() {
    Flag quick = hand.flag("quick", "no", "yes");
    Policy policy = hand.body(
            "t",
            List.of(set, look),
            sets(),
            row("N").on(look).when(quick, "no").answers(Answer.OK).gives("sees", constant("0")),
            row("Y").on(look).when(quick, "yes").answers(Answer.FAIL, "EIO"))
        .build();
    Scenario.Step step = step(look, "ok", "sees", "0");
    assertThat(found(policy, scenario(Map.of("quick", value("no")), step))).isEmpty();
    assertThat(found(policy, scenario(Map.of(), step))).singleElement().satisfies(each -> {
      assertThat(each.message()).contains("answers `look` with `fail EIO`");
      assertThat(each.notes())
          .contains("so in 1 of 2 ways to set the policy up, first with `quick` = `yes`");
    });
    assertThat(found(policy, scenario(Map.of("quick", value("maybe")), step)))
        .singleElement()
        .matches(each -> each.rule() == Rule.SCENARIO_IMPOSSIBLE);
  }

  @Test
  void allStatesThatAnswersLeavePossibleAreFollowed() {
    Policy policy = hand.body(
            "t",
            List.of(set, look),
            row("S").on(set).answers(Answer.OK).sets(bit, new NewValue.Any()),
            looks())
        .build();
    assertThat(found(policy, scenario(Map.of(), step(set, "ok"), step(look, "ok", "sees", "1"))))
        .isEmpty();
    assertThat(found(
            policy,
            scenario(
                Map.of(),
                step(set, "ok"),
                step(look, "ok", "sees", "1"),
                step(look, "ok", "sees", "0"))))
        .hasSize(1);
  }

  @Test
  void whatCannotHappenIsImpossible() {
    Expression never = new Expression.Literally(false);
    Event rare = hand.event("rare", List.of(), Optional.of(never));
    Event gone = hand.event("gone", List.of());
    hand.lacks(gone);
    Policy policy = hand.body(
            "t", List.of(set, look, rare), sets(), looks(), row("R").on(rare).answers(Answer.OK))
        .build();
    assertThat(found(policy, scenario(Map.of(), step(rare, "ok"))))
        .singleElement()
        .matches(each -> each.rule() == Rule.SCENARIO_IMPOSSIBLE)
        .matches(each -> each.message().equals("scenario `s`: `e.p` has no `rare` here"));
    assertThat(found(policy, scenario(Map.of(), step(gone, "ok"))))
        .singleElement()
        .matches(each -> each.message().equals("scenario `s`: `e.p` lacks `gone`"));
  }

  @Test
  void whatIsForbiddenIsADisagreementAndAGapIsLeftToOthers() {
    Policy policy = hand.body("t", List.of(set, look), row("F").on(set).answers(Answer.FORBID))
        .build();
    assertThat(found(policy, scenario(Map.of(), step(set, "ok"))))
        .singleElement()
        .matches(each -> each.rule() == Rule.SCENARIO_DISAGREES)
        .matches(each -> each.message().equals("scenario `s`: `e.p` forbids `set` here"));
    assertThat(found(policy, scenario(Map.of(), step(look, "ok", "sees", "1")))).isEmpty();
  }

  @Test
  void aValueThatMatchesAnyIsStillAValueWhereNothingIsOpen() {
    assertThat(type("x").matchesAny(value("x"))).isFalse();
    Policy policy = hand.body(
            "t",
            List.of(set, look),
            sets(),
            row("L").on(look).answers(Answer.OK).gives("sees", new NewValue.Any()))
        .build();
    assertThat(found(policy, scenario(Map.of(), step(look, "ok", "sees", "1")))).isEmpty();
    assertThat(found(policy, scenario(Map.of(), step(look, "ok", "sees", "-")))).isEmpty();
  }
}
