package dev.foliospec.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foliospec.compile.Compilation;
import dev.foliospec.compile.CompileOptions;
import dev.foliospec.compile.Compiler;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.diff.render.VerdictText;
import dev.foliospec.explore.Dense;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.observe.Side;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import dev.foliospec.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares the two policies of each case in {@code src/test/corpus/diff}: {@code NAME.a.folio} and
 * {@code NAME.b.folio} against {@code NAME.diff}. A name that ends in {@code _kernel} is seen by the
 * observer {@code kernel}. {@code -Dgolden.update} rewrites what is expected, then fails.
 */
final class DiffCorpusTest {
  private static final Path CORPUS = Path.of("src", "test", "corpus", "diff");

  @TestFactory
  Stream<DynamicTest> eachCaseIsToldAsExpected() throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(CORPUS)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".a.folio"))
          .sorted()
          .forEach(name -> names.add(name.substring(0, name.length() - ".a.folio".length())));
    }
    assertThat(names).isNotEmpty();
    return names.stream().map(name -> DynamicTest.dynamicTest(name, () -> told(name)));
  }

  private static void told(String name) throws IOException {
    Compilation compiled = Compiler.compile(
        List.of(source(name + ".a.folio"), source(name + ".b.folio")), CompileOptions.USUAL);
    assertThat(compiled.diagnostics())
        .filteredOn(each -> each.severity() == Severity.ERROR)
        .isEmpty();
    Policy a = compiled.policySet().policy("x.a").orElseThrow();
    Policy b = compiled.policySet().policy("x.b").orElseThrow();
    String observer = name.endsWith("_kernel") ? "kernel" : "default";
    Verdict verdict =
        Comparison.compare(side(a), side(b), a.vocabulary().observer(observer).orElseThrow());
    for (Cause cause : verdict.causes()) {
      replay(a, cause, cause.trace(), cause.variantA().choices());
      replay(b, cause, cause.traceB(), cause.variantB().choices());
    }
    Path expected = CORPUS.resolve(name + ".diff");
    String seen = VerdictText.print(verdict);
    if (System.getProperty("golden.update") != null) {
      Files.writeString(expected, seen, StandardCharsets.UTF_8);
      throw new AssertionError("rewrote " + expected + "; read the change and run again");
    }
    assertThat(seen).isEqualTo(Files.readString(expected, StandardCharsets.UTF_8));
  }

  private static Side side(Policy policy) {
    Dense dense = Dense.of(policy);
    return new Side(policy.name(), dense, dense.variants());
  }

  private static SourceFile source(String file) throws IOException {
    return new SourceFile(file, Files.readString(CORPUS.resolve(file), StandardCharsets.UTF_8));
  }

  /** The interpreter must be able to answer as the trace says, step by step. */
  private static void replay(
      Policy policy, Cause cause, List<TraceStep> trace, List<Integer> choices) {
    Interpreter interpreter = new Interpreter(policy);
    boolean possible = false;
    for (Configuration each : interpreter.configurations()) {
      if (each.choices().equals(choices)) {
        possible |= follows(interpreter, policy, each, trace);
      }
    }
    assertThat(possible).as("%s in %s", cause.trace(), policy.name()).isTrue();
  }

  private static boolean follows(
      Interpreter interpreter, Policy policy, Configuration in, List<TraceStep> trace) {
    List<State> states = List.of(interpreter.initial(in));
    for (TraceStep step : trace) {
      Event event = policy.event(step.event()).orElseThrow();
      List<Value> arguments = step.arguments().values().stream().map(Value::new).toList();
      List<State> next = new ArrayList<>();
      for (State state : states) {
        for (List<Value> chances : chances(policy)) {
          Reply reply = interpreter.step(in, state, new Input(event, arguments, chances));
          if (reply instanceof Reply.Answered answered) {
            answered.responses().stream()
                .filter(response -> looksLike(step, event, response))
                .forEach(response -> next.add(response.next()));
          } else if (reply instanceof Reply.Forbidden && step.answer().isEmpty()) {
            next.add(state);
          }
        }
      }
      if (next.isEmpty()) {
        return false;
      }
      states = next;
    }
    return true;
  }

  private static List<List<Value>> chances(Policy policy) {
    List<List<Value>> all = List.of(List.of());
    for (var chance : policy.chances()) {
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> before : all) {
        for (Value value : chance.type().values()) {
          List<Value> more = new ArrayList<>(before);
          more.add(value);
          longer.add(more);
        }
      }
      all = longer;
    }
    return all;
  }

  private static boolean looksLike(TraceStep step, Event event, Response response) {
    if (!step.answer().equals(response.answer())) {
      return false;
    }
    for (int at = 0; at < event.outputs().size(); at++) {
      String given = step.outputs().get(event.outputs().get(at).name());
      Shown shown = response.outputs().get(at);
      boolean same = shown instanceof Shown.One one
          ? one.value().name().equals(given)
          : shown instanceof Shown.Whatever || given == null;
      if (!same) {
        return false;
      }
    }
    return step.row().orElseThrow().equals(response.row().id());
  }
}
