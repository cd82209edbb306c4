package dev.foliospec.generator.export.promela;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Limits;
import dev.foliospec.model.Claim;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Property;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.property.Judge;
import dev.foliospec.property.Judgement;
import dev.foliospec.run.Ghosts;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Occasion;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The trails that Spin finds, breadth-first, to where an assertion does not hold are runs of our
 * interpreter, which knows nothing of models. At their end the property is broken, or reached, as the
 * interpreter's plain reading of it has it, and none of ours is shorter.
 */
final class TrailTest {
  /** Policies with exceptions that they need, and with something to be reached. */
  private static final List<String> POLICIES = List.of(
      "v8.sev_snp",
      "v8.tdx",
      "v8.aws",
      "rfc_v3.sw_protected",
      "pkvm.functions",
      "gunyah.library",
      "zeroing.zv2",
      "tdx.sept");

  @TempDir
  static Path folder;

  @BeforeAll
  static void spinIsThere() {
    Assumptions.assumeTrue(Spin.isThere(), "needs the Debian packages spin and gcc");
  }

  @TestFactory
  Stream<DynamicTest> trailsAreRunsOfTheInterpreter() throws IOException {
    Compilation compilation = SpinTest.shipped();
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : POLICIES) {
      Policy policy = compilation.policySet().policy(name).orElseThrow();
      tests.add(DynamicTest.dynamicTest(
          name,
          () -> follow(
              compilation.explorations().of(policy).dense(),
              compilation.policySet().properties())));
    }
    return tests.stream();
  }

  private static void follow(Dense dense, List<Property> properties) throws IOException {
    Policy policy = dense.policy();
    String model = Promela.write(policy, properties);
    Spin.Verifier verifier =
        Spin.verifier(folder.resolve(policy.name()), model, SpinTest.EVERYTHING, List.of("-DBFS"));
    Map<String, Integer> violated = verifier.search().violated();
    assertThat(violated).isNotEmpty();
    Map<String, Property> byName = new LinkedHashMap<>();
    for (Property property : properties) {
      byName.put(property.name(), property);
    }
    for (Map.Entry<String, Integer> each : violated.entrySet()) {
      String name =
          each.getKey().replaceAll("^(excepted|unreached)_", "").replaceAll("_in_[0-9]+$", "");
      Property property = Optional.ofNullable(byName.get(name)).orElseThrow();
      List<String> trail = verifier.trail(each.getValue());
      new Walk(dense, model, property).along(trail);
      if (!each.getKey().matches(".*_in_[0-9]+")) {
        assertThat(trail).as(each.getKey()).hasSize(shortest(dense, property));
      }
    }
  }

  /** How long our own shortest run is that breaks a property, exceptions aside, or reaches it. */
  private static int shortest(Dense dense, Property property) {
    Property strict = new Property(
        property.name(),
        property.title(),
        property.owner(),
        property.about(),
        property.where(),
        List.of(),
        property.claim(),
        property.grounds(),
        property.doc(),
        property.at());
    Judgement judgement = new Judge(dense, Limits.USUAL.states()).judge(strict);
    return (property.claim() instanceof Claim.Reachable
            ? judgement.witness()
            : judgement.failures().get(0).run())
        .orElseThrow()
        .steps()
        .size();
  }

  /** A trail, read line by line and repeated. */
  private static final class Walk {
    private final Policy policy;
    private final Codes codes;
    private final Property property;
    private final Interpreter interpreter;
    private final Ghosts ghosts;

    Walk(Dense dense, String model, Property property) {
      this.policy = dense.policy();
      this.codes = new Codes(model);
      this.property = property;
      interpreter = new Interpreter(policy);
      ghosts = new Ghosts(policy);
    }

    void along(List<String> trail) {
      if (trail.isEmpty()) {
        // It breaks where it starts, in some configuration that no line names.
        assertThat(interpreter.configurations())
            .anyMatch(each ->
                holds(Occasion.of(policy, each, interpreter.initial(each), ghosts.initial()))
                    != expected());
        return;
      }
      Configuration configuration = step(trail.get(0)).configuration();
      State state = interpreter.initial(configuration);
      List<Value> history = ghosts.initial();
      boolean broken = false;
      for (String line : trail) {
        Step step = step(line);
        assertThat(broken).as("broken before its end").isFalse();
        assertThat(step.before()).isEqualTo(state);
        Reply reply = interpreter.step(configuration, state, step.input());
        Response taken = response(reply, step);
        List<Value> later = ghosts.after(history, taken);
        broken = broken(configuration, state, history, step, taken, later);
        state = taken.next();
        history = later;
      }
      assertThat(broken)
          .as(property.name() + " is broken at the end of " + trail)
          .isTrue();
    }

    private static Response response(Reply reply, Step step) {
      assertThat(reply).isInstanceOf(Reply.Answered.class);
      List<Response> fitting = ((Reply.Answered) reply)
          .responses().stream()
              .filter(each -> each.row().id().equals(step.row())
                  && each.answer().equals(step.answer())
                  && each.outputs().equals(step.shown())
                  && each.next().equals(step.after())
                  && each.effects().stream().map(Effect::name).toList().equals(step.effects()))
              .toList();
      assertThat(fitting).as(step.toString()).isNotEmpty();
      return fitting.get(0);
    }

    private boolean expected() {
      return !(property.claim() instanceof Claim.Reachable);
    }

    private boolean holds(Occasion occasion) {
      if (property.claim() instanceof Claim.Always always) {
        return occasion.holds(always.state()) != always.never();
      }
      return property.claim() instanceof Claim.Reachable reachable
          && occasion.holds(reachable.state());
    }

    private boolean broken(
        Configuration configuration,
        State state,
        List<Value> history,
        Step step,
        Response taken,
        List<Value> later) {
      if (!(property.claim() instanceof Claim.After after)) {
        return holds(Occasion.of(policy, configuration, taken.next(), later)) != expected();
      }
      boolean triggered = after.triggers().stream().anyMatch(each -> triggers(each, step.input()));
      for (List<Optional<Value>> shown : Occasion.outcomes(step.input().event(), taken)) {
        Occasion occasion =
            Occasion.of(policy, configuration, state, history, step.input(), taken, shown, later);
        if (triggered
            && (after.when().isEmpty() || occasion.holds(after.when().get()))
            && !occasion.holds(after.holds())) {
          return true;
        }
      }
      return false;
    }

    private static boolean triggers(Claim.Trigger trigger, Input input) {
      boolean triggers = trigger.event().name().equals(input.event().name());
      for (int at = 0; triggers && at < trigger.arguments().size(); at++) {
        Optional<Value> wanted = trigger.arguments().get(at);
        triggers = wanted.isEmpty() || wanted.get().equals(input.arguments().get(at));
      }
      return triggers;
    }

    /** One line, in our own terms. */
    private record Step(
        Input input,
        String row,
        String answer,
        List<Shown> shown,
        List<String> effects,
        Configuration configuration,
        State before,
        State after) {}

    private Step step(String line) {
      int[] numbers = Codes.numbers(line);
      int at = 0;
      List<String> effects = new ArrayList<>();
      while (numbers[at] != Integer.MIN_VALUE) {
        effects.add(codes.name("x_", numbers[at++]));
      }
      at++;
      Event event = policy.event(codes.name("ev_", numbers[at++])).orElseThrow();
      List<Value> arguments = new ArrayList<>();
      for (int count = 0; count < event.parameters().size(); count++) {
        arguments.add(codes.value(numbers[at++]));
      }
      List<Value> chances = new ArrayList<>();
      for (int count = 0; count < policy.chances().size(); count++) {
        chances.add(codes.value(numbers[at++]));
      }
      String row = codes.name("r_", numbers[at++]);
      String answer = codes.name("a_", numbers[at++]);
      List<Shown> shown = new ArrayList<>();
      for (int count = 0; count < event.outputs().size(); count++) {
        int code = numbers[at++];
        shown.add(
            code == codes.code("", Names.NOTHING)
                ? new Shown.None()
                : code == codes.code("", Names.ANYTHING)
                    ? new Shown.Whatever()
                    : new Shown.One(codes.value(code)));
      }
      List<Value> flags = new ArrayList<>();
      for (int count = 0; count < policy.flags().size(); count++) {
        flags.add(codes.value(numbers[at++]));
      }
      List<Integer> choices = new ArrayList<>();
      for (int count = 0; count < policy.choices().size(); count++) {
        choices.add(numbers[at++]);
      }
      List<Value> before = new ArrayList<>();
      List<Value> after = new ArrayList<>();
      for (List<Value> state : List.of(before, after)) {
        for (int count = 0; count < policy.variables().size(); count++) {
          state.add(codes.value(numbers[at++]));
        }
      }
      assertThat(at).isEqualTo(numbers.length);
      return new Step(
          new Input(event, arguments, chances),
          row,
          answer,
          shown,
          effects,
          new Configuration(flags, choices),
          new State(before),
          new State(after));
    }
  }
}
