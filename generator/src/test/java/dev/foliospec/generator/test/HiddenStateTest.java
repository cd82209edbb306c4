package dev.foliospec.generator.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.generator.Request;
import dev.foliospec.generator.plan.GeneratedFile;
import dev.foliospec.generator.plan.Planner;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Input;
import dev.foliospec.model.State;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The traces of a policy, run against implementations that go to a wrong state and do not show it:
 * rows alone find nothing, tails find each, and say which row it was.
 */
final class HiddenStateTest {
  /** What a page may hold is never shown; only the next read tells. */
  private static final String RIGHT = """
      vocabulary page

      source S "made up"

      actor host

      type Data = zeros | secret

      var mapped : no | yes = no
      hidden var data : Data = zeros of host
      hidden var due  : no | yes = no of host

      event map   by host
      event write by host
      event read  by host answers sees: Data
      event unmap by host

      error SIGBUS

      policy page.right of page

      table mapping on map source S
      | row | mapped || answer | mapped' |
      |-----|--------||--------|---------|
      | M1  | -      || ok     | yes     |

      table writing on write source S
      | row | mapped || answer        | data'  |
      |-----|--------||---------------|--------|
      | W1  | no     || refuse SIGBUS | =      |
      | W2  | yes    || ok            | secret |

      table reading on read source S
      | row | mapped | due || answer        | sees | data' | due' |
      |-----|--------|-----||---------------|------|-------|------|
      | R1  | no     | -   || refuse SIGBUS | -    | =     | =    |
      | R2  | yes    | no  || ok            | data | =     | =    |
      | R3  | yes    | yes || ok            | zeros | zeros | no  |

      table unmapping on unmap source S
      | row | mapped || answer | mapped' | due' |
      |-----|--------||--------|---------|------|
      | U1  | -      || ok     | no      | yes  |
      """;

  /** A change of a next value: the row, what stands there, what the wrong implementation does. */
  private record Fault(String row, String before, String after) {}

  private static final List<Fault> FAULTS = List.of(
      new Fault("M1", "ok     | yes     |", "ok     | no      |"),
      new Fault("W2", "| secret |", "| zeros  |"),
      new Fault("W2", "| secret |", "| =      |"),
      new Fault("R3", "| zeros | zeros | no  |", "| zeros | secret | no  |"),
      new Fault("R3", "| zeros | zeros | no  |", "| zeros | =     | no  |"),
      new Fault("U1", "| no      | yes  |", "| no      | =    |"),
      new Fault("U1", "| no      | yes  |", "| =       | yes  |"));

  /** A test of a row: the step that it is about is the last; then come tails. */
  private record Told(String row, List<String> steps, List<List<String>> tails) {}

  @TestFactory
  Stream<DynamicTest> tailsFindOutWrongStates() {
    return FAULTS.stream()
        .map(fault ->
            DynamicTest.dynamicTest(fault.row() + " " + fault.after(), () -> check(fault)));
  }

  @Test
  void nothingIsFoundWhereNothingIsWrong() {
    assertThat(failures(plan(compile(RIGHT)), true)).isEmpty();
  }

  private static void check(Fault fault) {
    StringBuilder text = new StringBuilder();
    boolean done = false;
    for (String line : RIGHT.split("\n", -1)) {
      boolean here = line.startsWith("| " + fault.row() + " ") && line.contains(fault.before());
      done |= here;
      text.append(here ? line.replace(fault.before(), fault.after()) : line).append('\n');
    }
    assertThat(done).isTrue();
    PolicyPlan wrong = plan(compile(text.toString()));
    // Rows on the way to others may go wrong as well, so the row itself is looked at alone.
    assertThat(failures(wrong, false)).doesNotContain(fault.row());
    assertThat(failures(wrong, true)).contains(fault.row());
  }

  private static Compilation compile(String text) {
    Compilation compiled =
        Compiler.compile(List.of(new SourceFile("page.folio", text)), CompileOptions.USUAL);
    assertThat(compiled.hasErrors()).as(compiled.diagnostics().toString()).isFalse();
    return compiled;
  }

  /** The rows whose tests fail, by answers and outputs alone. */
  private static List<String> failures(PolicyPlan implementation, boolean tails) {
    List<String> failures = new ArrayList<>();
    for (Told test : tests()) {
      List<List<String>> ends = new ArrayList<>(List.of(List.of()));
      if (tails) {
        ends.addAll(test.tails());
      }
      for (List<String> end : ends) {
        List<String> steps = new ArrayList<>(test.steps());
        steps.addAll(end);
        if (!passes(implementation, steps)) {
          failures.add(test.row());
          break;
        }
      }
    }
    return failures;
  }

  private static boolean passes(PolicyPlan implementation, List<String> steps) {
    Map<String, Input> inputs = new HashMap<>();
    Walk.of(implementation.policy(), 1).inputs().forEach(each -> inputs.put(each.call(), each));
    Interpreter interpreter = new Interpreter(implementation.policy());
    Configuration configuration = interpreter.configurations().get(0);
    State state = interpreter.initial(configuration);
    for (String step : steps) {
      int arrow = step.indexOf(" -> ");
      Input input = Objects.requireNonNull(inputs.get(step.substring(0, arrow).trim()));
      if (!(interpreter.step(configuration, state, input) instanceof Reply.Answered answered)) {
        return false;
      }
      Response response = answered.responses().get(0);
      String expected = step.substring(arrow + 4).split(" \\| ")[0];
      if (!new Lines(implementation).answer(input, response).equals(expected)) {
        return false;
      }
      state = response.next();
    }
    return true;
  }

  private static PolicyPlan plan(Compilation compiled) {
    return new Planner(compiled.policySet(), Request.BASE_PACKAGE)
        .policy(compiled.policySet().completePolicies().get(0));
  }

  private static List<Told> tests() {
    Compilation compiled = compile(RIGHT);
    PolicyPlan plan = plan(compiled);
    GeneratedFile traces =
        TestWriter.write(plan, compiled.policySet(), Dense.of(plan.policy()), true).stream()
            .filter(each -> each.path().endsWith(".traces"))
            .findFirst()
            .orElseThrow();
    List<Told> tests = new ArrayList<>();
    for (String line : traces.text().split("\n")) {
      if (line.startsWith("row ")) {
        String id = line.split(" ")[1];
        tests.add(
            new Told(id.substring(id.indexOf('/') + 1), new ArrayList<>(), new ArrayList<>()));
      } else if (line.startsWith("tail ")) {
        tests.get(tests.size() - 1).tails().add(new ArrayList<>());
      } else if (line.startsWith("  ")) {
        Told last = tests.get(tests.size() - 1);
        (last.tails().isEmpty() ? last.steps() : last.tails().get(last.tails().size() - 1))
            .add(line);
      }
    }
    return tests;
  }
}
