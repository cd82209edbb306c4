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

/** The interpreter, the readable machine, the packed one and the monitor say the same. */
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
        .map(policy -> DynamicTest.dynamicTest(
            policy.name() + " with -Dseed=" + seed, () -> walk(policy, new Random(seed))));
  }

  @TestFactory
  Stream<DynamicTest> statesThatCannotBeReachedAreAnsweredAlikeToo() {
    long seed = seed();
    System.out.println("random states: -Dseed=" + seed);
    return SHIPPED.policySet().completePolicies().stream()
        .map(policy -> DynamicTest.dynamicTest(
            policy.name() + " with -Dseed=" + seed, () -> anywhere(policy, new Random(seed))));
  }

  private static void walk(Policy policy, Random random) throws ReflectiveOperationException {
    Driven driven = new Driven(PLANNER.policy(policy), RandomWalksTest.class.getClassLoader());
    Interpreter interpreter = new Interpreter(policy);
    List<Input> inputs = Walk.of(policy, 1).inputs();
    List<Configuration> configurations = interpreter.configurations();
    for (int i = 0; i < WALKS; i++) {
      Configuration configuration = configurations.get(random.nextInt(configurations.size()));
      State state = interpreter.initial(configuration);
      Object monitor = driven.monitor().getMethod("start").invoke(null);
      int number = driven.packedNumber("number", driven.config(configuration), driven.state(state));
      for (int k = 0; k < LENGTH; k++) {
        Input input = inputs.get(random.nextInt(inputs.size()));
        Reply reply = interpreter.step(configuration, state, input);
        String expected = driven.text(input, reply).orElseThrow();
        String at = configuration + " " + state + " " + input.call();
        assertThat(Driven.text(driven.step(configuration, state, input)))
            .as(at)
            .isEqualTo(expected);
        int packed = driven.packedNumber("input", driven.event(input), driven.chances(input));
        int cell = driven.packedNumber("step", number, packed);
        assertThat(Driven.text(driven.packedAnswer(cell))).as(at).isEqualTo(expected);
        if (reply instanceof Reply.Answered answered) {
          Response response = answered.responses().get(0);
          monitor = observe(driven, monitor, input, response);
          assertThat(monitor.getClass().getMethod("verdict").invoke(monitor))
              .as(at)
              .hasToString("FOLLOWED");
          assertThat((List<?>) monitor.getClass().getMethod("states").invoke(monitor))
              .as(at)
              .anyMatch(driven.state(response.next())::equals);
          state = response.next();
          number = driven.packedNumber("next", cell);
        }
      }
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
