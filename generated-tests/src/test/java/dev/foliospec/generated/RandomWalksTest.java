package dev.foliospec.generated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.generator.test.Walk;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The interpreter, the readable machine, the packed one and the monitor say the same. Policies that
 * leave something open have no machine; their monitor follows whichever answer is given.
 */
final class RandomWalksTest {
  private static final int WALKS = 60;
  private static final int LENGTH = 40;

  private static final Compilation SHIPPED = Specs.shipped();
  private static final Planner PLANNER = new Planner(SHIPPED.policySet(), Request.BASE_PACKAGE);

  private static long seed() {
    return Long.getLong("seed", System.nanoTime());
  }

  @TestFactory
  Stream<DynamicTest> machineAndMonitorFollowTheInterpreter() {
    long seed = seed();
    System.out.println("random walks: -Dseed=" + seed);
    return SHIPPED.policySet().completePolicies().stream()
        .filter(each -> each.lifting().isEmpty())
        .map(policy -> DynamicTest.dynamicTest(
            policy.name() + " with -Dseed=" + seed, () -> walk(policy, new Random(seed))));
  }

  @TestFactory
  Stream<DynamicTest> statesThatCannotBeReachedAreAnsweredAlikeToo() {
    long seed = seed();
    System.out.println("random states: -Dseed=" + seed);
    return SHIPPED.policySet().completePolicies().stream()
        .filter(each -> each.lifting().isEmpty())
        .filter(RandomWalksTest::hasMachine)
        .map(policy -> DynamicTest.dynamicTest(
            policy.name() + " with -Dseed=" + seed, () -> anywhere(policy, new Random(seed))));
  }

  private static boolean hasMachine(Policy policy) {
    return SHIPPED.explorations().of(policy).dense().deterministic();
  }

  private static void walk(Policy policy, Random random) throws ReflectiveOperationException {
    Driven driven = new Driven(PLANNER.policy(policy), RandomWalksTest.class.getClassLoader());
    boolean machine = hasMachine(policy);
    Interpreter interpreter = new Interpreter(policy);
    List<Input> inputs = Walk.of(policy, 1).inputs();
    List<Configuration> configurations = interpreter.configurations();
    int followed = 0;
    for (int i = 0; i < WALKS; i++) {
      Configuration configuration = configurations.get(random.nextInt(configurations.size()));
      State state = interpreter.initial(configuration);
      Object monitor = driven.monitor().getMethod("start").invoke(null);
      boolean promised = true;
      for (int k = 0; k < LENGTH && promised; k++) {
        Input input = inputs.get(random.nextInt(inputs.size()));
        Reply reply = interpreter.step(configuration, state, input);
        String at = configuration + " " + state + " " + input.call();
        if (machine) {
          machines(driven, configuration, state, input, reply, at);
        }
        if (reply instanceof Reply.Answered answered) {
          List<Response> responses = answered.responses();
          Response response = responses.get(random.nextInt(responses.size()));
          monitor = observe(driven, monitor, input, response);
          String verdict =
              monitor.getClass().getMethod("verdict").invoke(monitor).toString();
          // A state that is just as possible, under other flags, may forbid what is fine in this
          // one.
          promised = !verdict.equals("FORBIDDEN");
          if (promised) {
            assertThat(verdict).as(at).isEqualTo("FOLLOWED");
            assertThat((List<?>) monitor.getClass().getMethod("states").invoke(monitor))
                .as(at)
                .anyMatch(driven.state(response.next())::equals);
            followed++;
          }
          state = response.next();
        }
      }
    }
    assertThat(followed).as("answers that the monitor followed").isGreaterThan(WALKS);
  }

  private static void machines(
      Driven driven, Configuration configuration, State state, Input input, Reply reply, String at)
      throws ReflectiveOperationException {
    String expected = driven.text(input, reply).orElseThrow();
    assertThat(Driven.text(driven.step(configuration, state, input))).as(at).isEqualTo(expected);
    int number = driven.packedNumber("number", driven.config(configuration), driven.state(state));
    int packed = driven.packedNumber("input", driven.event(input), driven.chances(input));
    int cell = driven.packedNumber("step", number, packed);
    assertThat(Driven.text(driven.packedAnswer(cell))).as(at).isEqualTo(expected);
    if (reply instanceof Reply.Answered answered) {
      assertThat(driven.packedNumber("next", cell))
          .as(at)
          .isEqualTo(driven.packedNumber(
              "number",
              driven.config(configuration),
              driven.state(answered.responses().get(0).next())));
    }
  }

  private static Object observe(Driven driven, Object monitor, Input input, Response response)
      throws ReflectiveOperationException {
    for (Method each : driven.monitor().getMethods()) {
      if (each.getName().equals("observe")) {
        return each.invoke(
            monitor,
            driven.event(input),
            driven.error(response.answer()),
            driven.outputs(input, response));
      }
    }
    throw new NoSuchMethodException("observe");
  }

  private static void anywhere(Policy policy, Random random) throws ReflectiveOperationException {
    Driven driven = new Driven(PLANNER.policy(policy), RandomWalksTest.class.getClassLoader());
    Interpreter interpreter = new Interpreter(policy);
    List<Input> inputs = Walk.of(policy, 1).inputs();
    List<Configuration> configurations = interpreter.configurations();
    for (int i = 0; i < WALKS * LENGTH; i++) {
      Configuration configuration = configurations.get(random.nextInt(configurations.size()));
      List<Value> values = new ArrayList<>();
      policy
          .variables()
          .forEach(each ->
              values.add(each.type().values().get(random.nextInt(each.type().size()))));
      State state = new State(values);
      Input input = inputs.get(random.nextInt(inputs.size()));
      Reply reply = interpreter.step(configuration, state, input);
      if (reply instanceof Reply.Answered) {
        assertThat(Driven.text(driven.step(configuration, state, input)))
            .as(configuration + " " + state + " " + input.call())
            .isEqualTo(driven.text(input, reply).orElseThrow());
      }
    }
  }
}
