package dev.foliospec.run;

import static dev.foliospec.run.PolicyByHand.NOWHERE;
import static dev.foliospec.run.PolicyByHand.constant;
import static dev.foliospec.run.PolicyByHand.effect;
import static dev.foliospec.run.PolicyByHand.entries;
import static dev.foliospec.run.PolicyByHand.row;
import static dev.foliospec.run.PolicyByHand.type;
import static dev.foliospec.run.PolicyByHand.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Input;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome.Answer;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.State;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.Variable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class InterpreterTest {
  private final PolicyByHand hand = new PolicyByHand("p");

  private static RowId id(String id) {
    return new RowId("p", id);
  }

  private static State state(String... values) {
    return new State(Arrays.stream(values).map(Value::new).toList());
  }

  private static Reply run(Policy policy, Event event, State at, String... arguments) {
    Interpreter interpreter = new Interpreter(policy);
    return run(policy, interpreter.configurations().get(0), event, at, arguments);
  }

  private static Reply run(
      Policy policy, Configuration in, Event event, State at, String... arguments) {
    List<Value> usual = policy.chances().stream().map(Chance::usual).toList();
    List<Value> given = Arrays.stream(arguments).map(Value::new).toList();
    return new Interpreter(policy).step(in, at, new Input(event, given, usual));
  }

  private static Response only(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    List<Response> responses = ((Reply.Answered) reply).responses();
    assertThat(responses).hasSize(1);
    return responses.get(0);
  }

  private static List<String> endings(Reply reply) {
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    return ((Reply.Answered) reply)
        .responses().stream()
            .map(each -> each.row().id()
                + " "
                + each.kind()
                + " "
                + each.answer()
                + " "
                + each.next().values()
                + " "
                + each.effects().stream().map(Effect::name).toList())
            .toList();
  }

  @Test
  void checksAreAskedInOrderBeforeTheBodies() {
    Variable attr = hand.variable("attr", "private", "private", "shared");
    Variable refs = hand.variable("refs", "0", "0", "1");
    Event convert = hand.event("convert", List.of(new Parameter("to", attr.type())));
    Policy policy = hand.checks(
            "gate",
            List.of(convert),
            row("P").same(new Parameter("to", attr.type()), attr, false).answers(Answer.PASS),
            row("R").when(refs, "1").answers(Answer.FAIL, "EAGAIN").does(effect("unmap")),
            row("Q").answers(Answer.REFUSE, "EINVAL"))
        .body("rest", List.of(convert), row("B").answers(Answer.OK))
        .build();

    assertThat(only(run(policy, convert, state("private", "1"), "private")).row())
        .isEqualTo(id("B"));
    Response failed = only(run(policy, convert, state("private", "1"), "shared"));
    assertThat(failed.row()).isEqualTo(id("R"));
    assertThat(failed.kind()).isEqualTo(Response.Kind.FAILED);
    assertThat(failed.answer()).isEqualTo("EAGAIN");
    assertThat(only(run(policy, convert, state("private", "0"), "shared")).kind())
        .isEqualTo(Response.Kind.REFUSED);
  }

  @Test
  void aPassingCheckLeavesLaterTablesToBeAsked() {
    Event go = hand.event("go", List.of());
    Policy policy = hand.checks("first", List.of(go), row("P").answers(Answer.PASS))
        .checks("second", List.of(go), row("R").answers(Answer.REFUSE, "EINVAL"))
        .body("rest", List.of(go), row("B").answers(Answer.OK))
        .build();
    assertThat(only(run(policy, go, state())).row()).isEqualTo(id("R"));
  }

  @Test
  void bodiesMustAnswerExactlyOnce() {
    Variable bit = hand.variable("bit", "0", "0", "1", "2");
    Event go = hand.event("go", List.of());
    Policy policy = hand.body("one", List.of(go), row("A").when(bit, "0", "1").answers(Answer.OK))
        .body("two", List.of(go), row("B").when(bit, "1").answers(Answer.OK))
        .build();
    assertThat(only(run(policy, go, state("0"))).row()).isEqualTo(id("A"));
    assertThat(run(policy, go, state("1")))
        .isEqualTo(new Reply.Overlapping(List.of(id("A"), id("B"))));
    assertThat(run(policy, go, state("2"))).isEqualTo(new Reply.Uncovered());
  }

  @Test
  void whereClosesAWholeTable() {
    Variable bit = hand.variable("bit", "0", "0", "1");
    Event go = hand.event("go", List.of());
    Expression one = new Expression.Within(new Expression.Term(bit, false), List.of(value("1")));
    Policy policy = hand.table(
            "t",
            dev.foliospec.model.Table.Kind.BODY,
            List.of(go),
            Optional.of(one),
            row("A").answers(Answer.OK))
        .build();
    assertThat(run(policy, go, state("0"))).isEqualTo(new Reply.Uncovered());
    assertThat(only(run(policy, go, state("1"))).row()).isEqualTo(id("A"));
  }

  @Test
  void aSplitRowKeepsTheRest() {
    Variable bit = hand.variable("bit", "0", "0", "1");
    Variable other = hand.variable("other", "0", "0", "1");
    Event go = hand.event("go", List.of());
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("A").splitBy("p", "S").answers(Answer.OK),
            row("S").when(bit, "1").splitBy("p", "U").answers(Answer.FAIL, "EIO"),
            row("U").when(bit, "1").when(other, "1").answers(Answer.REFUSE, "EPERM"))
        .build();
    assertThat(only(run(policy, go, state("0", "0"))).row()).isEqualTo(id("A"));
    assertThat(only(run(policy, go, state("1", "0"))).row()).isEqualTo(id("S"));
    assertThat(only(run(policy, go, state("1", "1"))).row()).isEqualTo(id("U"));
  }

  @Test
  void otherwiseIsWhatOtherRowsOfTheTableWithTheEventLeave() {
    Variable bit = hand.variable("bit", "0", "0", "1", "2");
    Event go = hand.event("go", List.of());
    Event stop = hand.event("stop", List.of());
    Policy policy = hand.body(
            "t",
            List.of(go, stop),
            row("A").on(go).when(bit, "0").answers(Answer.OK),
            row("O").when(bit, "0", "1").otherwise().answers(Answer.FAIL, "EIO"))
        .build();
    assertThat(only(run(policy, go, state("0"))).row()).isEqualTo(id("A"));
    assertThat(only(run(policy, go, state("1"))).row()).isEqualTo(id("O"));
    assertThat(only(run(policy, stop, state("0"))).row()).isEqualTo(id("O"));
    assertThat(run(policy, go, state("2"))).isEqualTo(new Reply.Uncovered());
  }

  @Test
  void alternativesApplyWhereTheirRowDoes() {
    Variable bit = hand.variable("bit", "0", "0", "1");
    Event go = hand.event("go", List.of());
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("A").when(bit, "0").answers(Answer.OK).sets(bit, constant("1")),
            row("Ab").alternativeTo("p", "A").answers(Answer.FAIL, "EIO"),
            row("B").when(bit, "1").answers(Answer.OK))
        .build();
    assertThat(endings(run(policy, go, state("0"))))
        .containsExactly("A OK ok [1] []", "Ab FAILED EIO [0] []");
    assertThat(endings(run(policy, go, state("1")))).containsExactly("B OK ok [1] []");
  }

  @Test
  void forbiddenLackingAndBeyondAreNoAnswers() {
    Variable bit = hand.variable("bit", "0", "0", "1");
    Expression zero = new Expression.Within(new Expression.Term(bit, false), List.of(value("0")));
    Event go = hand.event("go", List.of(), Optional.of(zero));
    Event away = hand.event("away", List.of());
    hand.lacks(away);
    Policy policy = hand.body("t", List.of(go), row("A").answers(Answer.FORBID)).build();
    assertThat(run(policy, go, state("0"))).isEqualTo(new Reply.Forbidden(id("A")));
    assertThat(run(policy, go, state("1"))).isEqualTo(new Reply.Beyond());
    assertThat(run(policy, away, state("0"))).isEqualTo(new Reply.Lacking());
  }

  @Test
  void aRowsOwnCellBeatsItsStepAndACallingStepTheCalled() {
    Variable a = hand.variable("a", "0", "0", "1", "2");
    Variable b = hand.variable("b", "0", "0", "1", "2");
    Variable c = hand.variable("c", "0", "0", "1", "2");
    Event go = hand.event("go", List.of());
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("R")
                .answers(Answer.OK)
                .sets(a, constant("2"))
                .sets(c, new NewValue.Kept())
                .does(effect("first"))
                .calls("outer")
                .does(effect("last")))
        .step(
            "outer",
            row("O")
                .sets(a, constant("1"))
                .sets(b, constant("2"))
                .calls("inner")
                .does(effect("outer_last")))
        .step(
            "inner",
            row("I")
                .sets(a, constant("0"))
                .sets(b, constant("1"))
                .sets(c, constant("1"))
                .does(effect("deep")))
        .build();
    assertThat(endings(run(policy, go, state("0", "0", "0"))))
        .containsExactly("R OK ok [2, 2, 1] [first, deep, outer_last, last]");
  }

  @Test
  void stepsReadTheStateBeforeTheEvent() {
    Variable a = hand.variable("a", "0", "0", "1");
    Event go = hand.event("go", List.of());
    Policy policy = hand.body(
            "t", List.of(go), row("R").answers(Answer.OK).sets(a, constant("1")).calls("s"))
        .step(
            "s",
            row("S0").when(a, "0").does(effect("saw_zero")),
            row("S1").when(a, "1").does(effect("saw_one")))
        .build();
    assertThat(endings(run(policy, go, state("0")))).containsExactly("R OK ok [1] [saw_zero]");
  }

  @Test
  void primedNamesAreTheValuesWhenTheRowIsDone() {
    Variable a = hand.variable("a", "0", "0", "1", "2");
    Variable b = hand.variable("b", "0", "0", "1", "2");
    Variable c = hand.variable("c", "0", "0", "1", "2");
    Output sees = new Output("sees", a.type());
    Event go = hand.event("go", List.of(), sees);
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("R")
                .answers(Answer.OK)
                .sets(a, new NewValue.Read(b, true))
                .sets(b, new NewValue.Shifted(c, true, -1))
                .gives("sees", new NewValue.Read(a, true))
                .calls("s"))
        .step("s", row("S").sets(c, constant("2")))
        .build();
    Response done = only(run(policy, go, state("0", "0", "0")));
    assertThat(done.next()).isEqualTo(state("1", "1", "2"));
    assertThat(done.outputs()).containsExactly(new Shown.One(value("1")));
  }

  @Test
  void twoStepsThatWriteDifferentValuesAreATrouble() {
    Variable a = hand.variable("a", "0", "0", "1", "2");
    Event go = hand.event("go", List.of());
    Event own = hand.event("own", List.of());
    Policy policy = hand.body(
            "t",
            List.of(go, own),
            row("R").on(go).answers(Answer.OK).calls("s").calls("u"),
            row("O")
                .on(own)
                .answers(Answer.OK)
                .sets(a, constant("0"))
                .calls("s")
                .calls("u"))
        .step("s", row("S").sets(a, constant("1")))
        .step("u", row("U").sets(a, constant("2")))
        .build();
    assertThat(run(policy, go, state("0")))
        .isEqualTo(new Reply.Faulty(id("R"), Reply.Trouble.STEPS_DISAGREE, "a"));
    assertThat(only(run(policy, own, state("1"))).next()).isEqualTo(state("0"));
  }

  @Test
  void aStepMustApplyExactlyOnceWhereItIsCalled() {
    Variable a = hand.variable("a", "0", "0", "1", "2");
    Event go = hand.event("go", List.of());
    Policy policy = hand.body("t", List.of(go), row("R").answers(Answer.OK).calls("s"))
        .step("s", row("S0").when(a, "0", "1"), row("S1").when(a, "1"))
        .build();
    assertThat(only(run(policy, go, state("0"))).row()).isEqualTo(id("R"));
    assertThat(run(policy, go, state("1")))
        .isEqualTo(new Reply.Faulty(id("R"), Reply.Trouble.STEP_OVERLAP, "s"));
    assertThat(run(policy, go, state("2")))
        .isEqualTo(new Reply.Faulty(id("R"), Reply.Trouble.STEP_GAP, "s"));
  }

  @Test
  void okOrChangesNothingWithAnError() {
    Variable a = hand.variable("a", "0", "0", "1");
    Output sees = new Output("sees", a.type());
    Event go = hand.event("go", List.of(), sees);
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("R")
                .answers(Answer.OK_OR, "ENOMEM", "EIO")
                .sets(a, constant("1"))
                .does(effect("zero"))
                .gives("sees", new NewValue.Read(a, true))
                .givesWithError("sees", new NewValue.Read(a, true)))
        .build();
    Reply reply = run(policy, go, state("0"));
    assertThat(endings(reply))
        .containsExactly("R OK ok [1] [zero]", "R REFUSED ENOMEM [0] []", "R REFUSED EIO [0] []");
    assertThat(((Reply.Answered) reply).responses().stream().map(Response::outputs))
        .containsExactly(
            List.of(new Shown.One(value("1"))),
            List.of(new Shown.One(value("0"))),
            List.of(new Shown.One(value("0"))));
  }

  @Test
  void anyIsOkOrAnyErrorWithTheChangesOrWithNone() {
    Variable a = hand.variable("a", "0", "0", "1");
    Event go = hand.event("go", List.of());
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("R").answers(Answer.ANY, "EIO").sets(a, constant("1")).does(effect("zero")))
        .build();
    assertThat(endings(run(policy, go, state("0"))))
        .containsExactly("R OK ok [1] [zero]", "R FAILED EIO [1] [zero]", "R REFUSED EIO [0] []");
  }

  @Test
  void openCellsTakeEachValueInTurnAndOutputsAnyPromiseNothing() {
    Variable a = hand.variable("a", "0", "0", "1", "2");
    Variable b = hand.variable("b", "0", "0", "1", "2");
    Output sees = new Output("sees", a.type());
    Event go = hand.event("go", List.of(), sees);
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("R")
                .answers(Answer.OK)
                .sets(a, new NewValue.OneOf(List.of(constant("1"), constant("2"))))
                .sets(b, new NewValue.Read(a, true))
                .gives("sees", new NewValue.Any()))
        .build();
    Reply reply = run(policy, go, state("0", "0"));
    assertThat(endings(reply)).containsExactly("R OK ok [1, 1] []", "R OK ok [2, 2] []");
    assertThat(((Reply.Answered) reply).responses().get(0).outputs())
        .containsExactly(new Shown.Whatever());
  }

  @Test
  void aRefusalThatChangesSomethingIsATrouble() {
    Variable a = hand.variable("a", "0", "0", "1");
    Event go = hand.event("go", List.of());
    Policy policy = hand.body(
            "t", List.of(go), row("R").answers(Answer.REFUSE, "EIO").sets(a, constant("1")))
        .build();
    assertThat(run(policy, go, state("1"))).isInstanceOf(Reply.Answered.class);
    assertThat(run(policy, go, state("0")))
        .isEqualTo(new Reply.Faulty(id("R"), Reply.Trouble.REFUSAL_CHANGES, "a"));
  }

  @Test
  void numbersStayInTheirRangeAndMapsInTheirDomain() {
    Variable a = hand.variable("a", "0", "0", "1");
    Variable b = hand.variable("b", "x", "x", "y");
    ValueMap next = new ValueMap("next", b.type(), b.type(), entries("x", "y"), NOWHERE);
    Event go = hand.event("go", List.of());
    Event map = hand.event("map", List.of());
    Policy policy = hand.body(
            "t",
            List.of(go, map),
            row("R").on(go).answers(Answer.OK).sets(a, new NewValue.Shifted(a, false, 1)),
            row("M").on(map).answers(Answer.OK).sets(b, new NewValue.Mapped(next, b, false)))
        .build();
    assertThat(only(run(policy, go, state("0", "x"))).next()).isEqualTo(state("1", "x"));
    assertThat(run(policy, go, state("1", "x")))
        .isEqualTo(new Reply.Faulty(id("R"), Reply.Trouble.OUTSIDE_RANGE, "a"));
    assertThat(only(run(policy, map, state("0", "x"))).next()).isEqualTo(state("0", "y"));
    assertThat(run(policy, map, state("0", "y")))
        .isEqualTo(new Reply.Faulty(id("M"), Reply.Trouble.OUTSIDE_MAP, "next"));
  }

  @Test
  void ensuresIsHeldAgainstTheStateBeforeAndAfter() {
    Variable a = hand.variable("a", "0", "0", "1");
    Effect zap = effect(
        "zap",
        new Expression.Compared(
            new Expression.Term(a, true),
            Expression.Comparator.DIFFERENT,
            new Expression.Term(a, false)));
    Event go = hand.event("go", List.of());
    Policy policy = hand.body(
            "t", List.of(go), row("R").answers(Answer.OK).sets(a, constant("1")).does(zap))
        .build();
    assertThat(only(run(policy, go, state("0"))).next()).isEqualTo(state("1"));
    assertThat(run(policy, go, state("1")))
        .isEqualTo(new Reply.Faulty(id("R"), Reply.Trouble.ENSURES_BROKEN, "zap"));
  }

  @Test
  void undecidedTraitsAndFlagsAreConstantsOfTheRun() {
    Flag shared = hand.flag("shared", "no", "yes");
    Trait zap = hand.trait(
        "zap",
        type("no", "yes"),
        new TraitSetting.Fixed(value("yes")),
        new TraitSetting.ByFlag(shared));
    Trait prepare = hand.trait(
        "prepare", type(), new TraitSetting.Listed(List.of(effect("one"), effect("two"))));
    Variable a = hand.variable("a", "0", "0", "1");
    hand.init(
        a,
        new Initial.Case(
            value("1"),
            Optional.of(
                new Expression.Within(new Expression.Term(shared, false), List.of(value("yes"))))),
        new Initial.Case(value("0"), Optional.empty()));
    Event go = hand.event("go", List.of());
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("Z").when(zap, "yes").answers(Answer.OK).doesWhatSays(prepare),
            row("N").when(zap, "no").answers(Answer.OK))
        .build();
    Interpreter interpreter = new Interpreter(policy);
    List<Configuration> all = interpreter.configurations();
    assertThat(all).hasSize(4);
    assertThat(all.get(0)).isEqualTo(new Configuration(List.of(value("no")), List.of(0)));
    assertThat(all.get(1)).isEqualTo(new Configuration(List.of(value("no")), List.of(1)));
    assertThat(interpreter.initial(all.get(0))).isEqualTo(state("0"));
    assertThat(interpreter.initial(all.get(2))).isEqualTo(state("1"));
    assertThat(endings(run(policy, all.get(0), go, state("0"))))
        .containsExactly("Z OK ok [0] [one, two]");
    assertThat(endings(run(policy, all.get(1), go, state("0")))).containsExactly("N OK ok [0] []");
    assertThat(endings(run(policy, all.get(3), go, state("0"))))
        .containsExactly("Z OK ok [0] [one, two]");
  }

  @Test
  void comparisonsGoByOrderAndImplicationsToTheRight() {
    Variable phase = hand.variable("phase", "launch", "launch", "running", "dead");
    Variable goal = hand.variable("goal", "launch", "launch", "running", "dead");
    Event go = hand.event("go", List.of());
    Expression before = new Expression.Compared(
        new Expression.Term(phase, false),
        Expression.Comparator.LESS,
        new Expression.Term(goal, false));
    Expression chain = new Expression.Implies(
        List.of(before, new Expression.Not(before), new Expression.Literally(false)));
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("L").holds(before, true).holds(chain, true).answers(Answer.OK),
            row("M").holds(before, false).answers(Answer.FAIL, "EIO"))
        .build();
    assertThat(only(run(policy, go, state("launch", "dead"))).row()).isEqualTo(id("L"));
    assertThat(only(run(policy, go, state("dead", "running"))).row()).isEqualTo(id("M"));
  }

  @Test
  void definitionsThatNameDefinitionsTwiceAreStillCheapHoweverDeep() {
    Variable a = hand.variable("a", "0", "0", "1");
    Event go = hand.event("go", List.of());
    Definition definition = new Definition(
        "d0",
        new Expression.Within(new Expression.Term(a, false), List.of(value("1"))),
        Optional.empty(),
        NOWHERE);
    for (int depth = 1; depth <= 20_000; depth++) {
      Expression below = new Expression.Defined(definition);
      definition = new Definition(
          "d" + depth,
          new Expression.Or(List.of(below, new Expression.Not(new Expression.Not(below)))),
          Optional.empty(),
          NOWHERE);
    }
    Policy policy = hand.body(
            "t",
            List.of(go),
            row("A").holds(new Expression.Defined(definition), true).answers(Answer.OK))
        .build();
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
      assertThat(run(policy, go, state("0"))).isEqualTo(new Reply.Uncovered());
      assertThat(only(run(policy, go, state("1"))).row()).isEqualTo(id("A"));
    });
  }

  @Test
  void stepsThatCallStepsTwiceAreStillCheap() {
    Variable a = hand.variable("a", "0", "0", "1");
    Event go = hand.event("go", List.of());
    hand.step("s0", row("S0").sets(a, constant("1")));
    for (int depth = 1; depth <= 60; depth++) {
      String below = "s" + (depth - 1);
      hand.step("s" + depth, row("S" + depth).calls(below).calls(below));
    }
    Policy policy =
        hand.body("t", List.of(go), row("R").answers(Answer.OK).calls("s60")).build();
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () -> assertThat(endings(run(policy, go, state("0")))).containsExactly("R OK ok [1] []"));
  }

  @Test
  void configurationsKeepToAllowedFlagValues() {
    hand.flag("f", "no", "yes");
    hand.flag("g", "x", "y", "z");
    List<List<Value>> flags = new ArrayList<>();
    new Interpreter(hand.build()).configurations().forEach(each -> flags.add(each.flags()));
    assertThat(flags).hasSize(6).first().isEqualTo(List.of(value("no"), value("x")));
  }
}
