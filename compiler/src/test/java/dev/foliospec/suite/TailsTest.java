package dev.foliospec.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Tails find out wrong states: an implementation that is in another state than the right one, as the
 * interpreter plays it, gives an answer that the tail does not allow, whenever any inputs would show.
 */
final class TailsTest {
  private int told;
  private int alike;
  private int open;

  @Test
  void findOutWrongStatesOfRandomPolicies() {
    for (long seed = 0; seed < 200; seed++) {
      check("seed " + seed, policy(random(new Random(seed))));
    }
    assertThat(told).isGreaterThan(1_500);
    assertThat(alike).isGreaterThan(30);
    assertThat(open).isGreaterThan(30);
  }

  /** Six states in a hidden variable; each row says at random what is answered and where it leads. */
  private static String random(Random random) {
    List<String> states = List.of("a", "b", "c", "d", "e", "f");
    boolean loose = random.nextBoolean();
    List<String> seen = loose ? List.of("up", "down", "any") : List.of("up", "up", "down");
    StringBuilder text = new StringBuilder("""
        vocabulary r
        source S "made up"
        actor host
        hidden var x : a | b | c | d | e | f = a of host
        event one by host answers sees: up | down
        event two by host answers sees: up | down
        error EAGAIN
        policy r.random of r
        """);
    for (String event : List.of("one", "two")) {
      text.append("table ").append(event).append(" on ").append(event).append(" source S\n");
      text.append("| row | x || answer | sees | x' |\n|--|--||--|--|--|\n");
      for (String each : states) {
        String to = states.get(random.nextInt(states.size()));
        if (loose && random.nextInt(3) == 0) {
          to = "{" + to + ", " + each + "}";
        }
        String answer = switch (random.nextInt(loose ? 6 : 4)) {
          case 0 -> "fail EAGAIN | - | " + to;
          case 5 -> "forbid | - | -";
          default -> "ok | " + seen.get(random.nextInt(3)) + " | " + to;
        };
        text.append("| ").append(event).append('_').append(each).append(" | ").append(each);
        text.append(" || ").append(answer).append(" |\n");
      }
    }
    return text.toString();
  }

  @Test
  void findOutWrongStatesOfSpecs() throws IOException {
    List<SourceFile> files = new ArrayList<>();
    try (Stream<Path> found = Files.walk(Path.of("..", "specs", "rfc2024"))) {
      for (Path each : Stream.concat(Stream.of(Path.of("..", "specs", "guest_memfd.folio")), found)
          .filter(path -> path.toString().endsWith(".folio"))
          .sorted()
          .toList()) {
        files.add(new SourceFile(each.toString(), Files.readString(each, StandardCharsets.UTF_8)));
      }
    }
    Compiler.compile(files, CompileOptions.USUAL)
        .policySet()
        .policy("rfc2024.sev")
        .ifPresent(each -> check(each.name(), each));
    assertThat(told).isGreaterThan(1_500);
  }

  /** Three states that all refuse to be read; only what comes after shows which one it is. */
  @Test
  void lookPastTheFirstAnswer() {
    Dense dense = Dense.of(policy("""
        vocabulary door

        source S "made up"

        actor host

        hidden var turns : 0..2 = 0 of host

        event turn by host
        event look by host

        error EAGAIN

        policy door.hidden of door

        table turning on turn source S
        | row | turns || answer | turns'  |
        |-----|-------||--------|---------|
        | T1  | <2    || ok     | turns+1 |
        | T2  | 2     || ok     | 0       |

        table looking on look source S
        | row | turns || answer        |
        |-----|-------||---------------|
        | L1  | <2    || refuse EAGAIN |
        | L2  | 2     || ok            |
        """));
    Tails tails = Tails.of(dense);
    List<String> calls = new ArrayList<>();
    for (Tails.Tail tail : tails.of(0)) {
      calls.add(tail.inputs().stream().map(each -> dense.input(each).call()).toList()
          + " "
          + tail.told());
    }
    assertThat(calls).containsExactly("[look] 1", "[turn, look] 2");
    assertThat(tails.others(0)).isEqualTo(2);
  }

  private static Policy policy(String text) {
    var compiled =
        Compiler.compile(List.of(new SourceFile("door.folio", text)), CompileOptions.USUAL);
    assertThat(compiled.hasErrors()).as(compiled.diagnostics().toString()).isFalse();
    return compiled.policySet().completePolicies().get(0);
  }

  private void check(String name, Policy policy) {
    Dense dense = Dense.of(policy);
    Tails tails = Tails.of(dense);
    Interpreter interpreter = new Interpreter(policy);
    int[] configurations = dense.configurations();
    Known known = new Known(interpreter, dense);
    for (int right = 0; right < dense.states(); right++) {
      int found = 0;
      int others = 0;
      int last = 0;
      Set<Integer> left = new LinkedHashSet<>();
      for (int wrong = 0; wrong < dense.states(); wrong++) {
        if (configurations[wrong] == configurations[right] && wrong != right) {
          others++;
          left.add(wrong);
        }
      }
      for (Tails.Tail tail : tails.of(right)) {
        int from = right;
        int before = left.size();
        left.removeIf(wrong -> isToldApart(known, from, wrong, tail.inputs()));
        found += before - left.size();
        assertThat(before - left.size())
            .as("%s: %s after %s", name, tail, right)
            .isPositive();
        assertThat(tail.told()).as("%s: %s after %s", name, tail, right).isEqualTo(found);
        last = found;
      }
      told += last;
      assertThat(tails.others(right)).isEqualTo(others);
      for (int wrong : left) {
        Optional<List<Integer>> missed =
            dense.deterministic() ? telling(known, dense.inputs(), right, wrong) : Optional.empty();
        assertThat(missed).as("%s: %s looks like %s", name, wrong, right).isEmpty();
        if (dense.deterministic()) {
          alike++;
        } else {
          open++;
        }
      }
    }
  }

  /** The interpreter's replies, each asked for once. */
  private static final class Known {
    private final Interpreter interpreter;
    private final Dense dense;
    private final List<Input> inputs = new ArrayList<>();
    private final Map<List<Integer>, Optional<List<Response>>> replies = new HashMap<>();
    private final Map<List<Object>, Integer> numbers = new HashMap<>();

    Known(Interpreter interpreter, Dense dense) {
      this.interpreter = interpreter;
      this.dense = dense;
      for (int input = 0; input < dense.inputs(); input++) {
        inputs.add(dense.input(input));
      }
      for (int state = 0; state < dense.states(); state++) {
        numbers.put(List.of(dense.configuration(state), dense.state(state)), state);
      }
    }

    /** What may be answered; empty where the input may not be tried. */
    Optional<List<Response>> responses(int state, int input) {
      return replies.computeIfAbsent(
          List.of(state, input),
          key -> interpreter.step(dense.configuration(state), dense.state(state), input(input))
                  instanceof Reply.Answered answered
              ? Optional.of(answered.responses())
              : Optional.empty());
    }

    int next(int state, Response response) {
      Configuration configuration = dense.configuration(state);
      State next = response.next();
      return Objects.requireNonNull(numbers.get(List.of(configuration, next)));
    }

    Input input(int number) {
      return inputs.get(number);
    }
  }

  /** Plays a tail on an implementation that is in the wrong state, in every way that it may answer. */
  private static boolean isToldApart(Known known, int right, int wrong, List<Integer> tail) {
    int expected = right;
    Set<Integer> maybe = new LinkedHashSet<>(Set.of(wrong));
    for (int input : tail) {
      List<Response> allowed = known.responses(expected, input).orElseThrow();
      assertThat(known.input(input).event().silent()).isFalse();
      Set<Integer> still = new LinkedHashSet<>();
      for (int state : maybe) {
        Optional<List<Response>> seen = known.responses(state, input);
        if (seen.isEmpty()) {
          return false;
        }
        for (Response each : seen.get()) {
          // What is expected must be certain: all that is allowed looks the same.
          if (!refutes(known.input(input), allowed.get(0), each)) {
            assertThat(allowed).allMatch(other -> !refutes(known.input(input), other, each));
            still.add(known.next(state, each));
          }
        }
      }
      if (still.isEmpty()) {
        return true;
      }
      maybe = still;
      expected = known.next(expected, allowed.get(0));
    }
    return false;
  }

  /** Whether seeing one response shows that the other was not given. */
  private static boolean refutes(Input input, Response expected, Response seen) {
    if (!expected.answer().equals(seen.answer())) {
      return true;
    }
    for (int at = 0; at < expected.outputs().size(); at++) {
      if (expected.outputs().get(at) instanceof Shown.One one
          && !loose(input, at, one)
          && !(seen.outputs().get(at) instanceof Shown.Whatever)
          && !(seen.outputs().get(at) instanceof Shown.One other && loose(input, at, other))
          && !one.equals(seen.outputs().get(at))) {
        return true;
      }
    }
    return false;
  }

  private static boolean loose(Input input, int output, Shown.One shown) {
    return input.event().outputs().get(output).type().matchesAny(shown.value());
  }

  /** Some inputs that tell two states of a deterministic policy apart, by looking at all pairs. */
  private static Optional<List<Integer>> telling(Known known, int inputs, int right, int wrong) {
    record Pair(int right, int wrong, List<Integer> inputs) {}
    Queue<Pair> queue = new ArrayDeque<>(List.of(new Pair(right, wrong, List.of())));
    Set<List<Integer>> seen = new HashSet<>();
    while (!queue.isEmpty()) {
      Pair pair = queue.remove();
      for (int input = 0; input < inputs; input++) {
        if (!isUsual(known, input)) {
          continue;
        }
        Optional<List<Response>> one = known.responses(pair.right(), input);
        Optional<List<Response>> other = known.responses(pair.wrong(), input);
        if (one.isEmpty() || other.isEmpty()) {
          continue;
        }
        List<Integer> longer = new ArrayList<>(pair.inputs());
        longer.add(input);
        if (refutes(known.input(input), one.get().get(0), other.get().get(0))) {
          return Optional.of(longer);
        }
        int nextRight = known.next(pair.right(), one.get().get(0));
        int nextWrong = known.next(pair.wrong(), other.get().get(0));
        if (seen.add(List.of(nextRight, nextWrong))) {
          queue.add(new Pair(nextRight, nextWrong, longer));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isUsual(Known known, int input) {
    Input at = known.input(input);
    for (int chance = 0; chance < at.chances().size(); chance++) {
      if (!at.chances()
          .get(chance)
          .equals(known.dense.policy().chances().get(chance).usual())) {
        return false;
      }
    }
    return !at.event().silent();
  }
}
