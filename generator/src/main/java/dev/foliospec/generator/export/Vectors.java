package dev.foliospec.generator.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Event;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.State;
import dev.foliospec.model.Value;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.run.Shown;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Test vectors in JSON Lines: for each row and each way to set a run up, the shortest trace that
 * ends in the row. Traces are found among the reachable states; what is expected is what the
 * interpreter answers on them.
 *
 * <p>A trace has no silent events, which nobody can send, and passes no point where the policy leaves
 * the answer open, since a test expects one answer. Chances are at their usual value where the row can
 * be reached so, and are else given with the step, under {@code chances}.
 */
public final class Vectors {
  private final Dense dense;
  private final Policy policy;
  private final Input[] inputs;
  private final boolean[] usual;
  private final int[] parents;
  private final int[] parentInputs;
  private final List<Test> tests = new ArrayList<>();
  private final Set<RowId> open = new LinkedHashSet<>();

  /** Where a test ends: an input in a state, answered by a row. */
  private record Test(RowId row, Configuration configuration, List<Input> trace) {}

  /** Where a row was first met. */
  private record Point(int state, int input) {}

  private Vectors(Dense dense) {
    this.dense = dense;
    this.policy = dense.policy();
    this.inputs = new Input[dense.inputs()];
    this.usual = new boolean[dense.inputs()];
    for (int at = 0; at < inputs.length; at++) {
      inputs[at] = dense.input(at);
      usual[at] = forced(inputs[at]).isEmpty();
    }
    parents = new int[dense.states()];
    parentInputs = new int[dense.states()];
  }

  /** The vectors of a policy: a header, then a line for each test. */
  public static String write(Dense dense) {
    Vectors vectors = new Vectors(dense);
    for (int start = 0; start < dense.initials(); start++) {
      vectors.configuration(start);
    }
    return vectors.text();
  }

  // --- Traces ---------------------------------------------------------------------------------

  private void configuration(int start) {
    Map<RowId, Point> met = new LinkedHashMap<>();
    Map<RowId, List<Input>> traces = new LinkedHashMap<>();
    search(start, true, met);
    met.forEach((row, point) -> traces.put(row, trace(point)));
    Map<RowId, Point> all = new LinkedHashMap<>();
    search(start, false, all);
    all.forEach((row, point) -> {
      if (!traces.containsKey(row)) {
        traces.put(row, trace(point));
      }
    });
    Configuration configuration = dense.configuration(start);
    traces.forEach((row, trace) -> tests.add(new Test(row, configuration, trace)));
  }

  /** Breadth first, so that each row is first met at the end of a shortest trace. */
  private void search(int start, boolean usualAlone, Map<RowId, Point> met) {
    Arrays.fill(parents, -2);
    ArrayDeque<Integer> waiting = new ArrayDeque<>(List.of(start));
    parents[start] = -1;
    while (!waiting.isEmpty()) {
      int state = waiting.remove();
      for (int input = 0; input < inputs.length; input++) {
        boolean sent = !inputs[input].event().silent() && (usual[input] || !usualAlone);
        if (!sent || dense.kind(state, input) != PointKind.ANSWERED) {
          continue;
        }
        int edge = dense.from(state, input);
        if (dense.to(state, input) - edge > 1) {
          open.addAll(dense.rows(state, input));
          continue;
        }
        met.putIfAbsent(dense.reactions().get(dense.reaction(edge)).row(), new Point(state, input));
        int target = dense.target(edge);
        if (parents[target] == -2) {
          parents[target] = state;
          parentInputs[target] = input;
          waiting.add(target);
        }
      }
    }
  }

  private List<Input> trace(Point end) {
    ArrayDeque<Input> trace = new ArrayDeque<>(List.of(inputs[end.input()]));
    for (int at = end.state(); parents[at] >= 0; at = parents[at]) {
      trace.addFirst(inputs[parentInputs[at]]);
    }
    return List.copyOf(trace);
  }

  /** The chances that are not at their usual value. */
  private Map<String, String> forced(Input input) {
    Map<String, String> forced = new LinkedHashMap<>();
    for (int at = 0; at < policy.chances().size(); at++) {
      Value value = input.chances().get(at);
      if (!value.equals(policy.chances().get(at).usual())) {
        forced.put(policy.chances().get(at).name(), value.name());
      }
    }
    return forced;
  }

  // --- Text -----------------------------------------------------------------------------------

  private String text() {
    Set<RowId> tested = new LinkedHashSet<>();
    tests.forEach(test -> tested.add(test.row()));
    StringBuilder text = new StringBuilder(Json.line(json -> {
      json.writeStartObject();
      json.writeNumberField("foliospec", 1);
      json.writeStringField("policy", policy.name());
      json.writeStringField("observer", "default");
      json.writeStringField("method", "rows");
      json.writeNumberField("extraStates", 0);
      json.writeNumberField("tests", tests.size());
      json.writeStringField("guarantee", guarantee(tested));
      json.writeEndObject();
    }));
    Map<RowId, List<Test>> byRow = new LinkedHashMap<>();
    policy
        .tables()
        .forEach(table -> table.rows().forEach(row -> byRow.put(row.id(), new ArrayList<>())));
    tests.forEach(
        test -> byRow.computeIfAbsent(test.row(), each -> new ArrayList<>()).add(test));
    Interpreter interpreter = new Interpreter(policy);
    byRow.forEach((row, of) -> {
      for (int number = 1; number <= of.size(); number++) {
        String id = policy.name() + "/" + row.id() + "/" + number;
        Test test = of.get(number - 1);
        text.append(Json.line(json -> test(json, interpreter, id, test)));
      }
    });
    return text.toString();
  }

  private String guarantee(Set<RowId> tested) {
    String said =
        "each row answers at the end of a shortest trace, once for each choice of flags and"
            + " of undecided traits under which it can be reached; the state that it leads to is not"
            + " looked at";
    Set<RowId> untested = new LinkedHashSet<>(open);
    untested.removeAll(tested);
    return untested.isEmpty()
        ? said
        : said + "; not tested, since they leave their answer open: "
            + Wording.ids(List.copyOf(untested));
  }

  private void test(JsonGenerator json, Interpreter interpreter, String id, Test test)
      throws IOException {
    Configuration configuration = test.configuration();
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("row", test.row().id());
    if (!policy.choices().isEmpty()) {
      json.writeStringField("variant", new Variant(policy, configuration.choices()).name());
    }
    Map<String, String> flags = new LinkedHashMap<>();
    for (int at = 0; at < policy.flags().size(); at++) {
      flags.put(
          policy.flags().get(at).flag().name(), configuration.flags().get(at).name());
    }
    Json.texts(json, "flags", flags);
    json.writeArrayFieldStart("steps");
    State state = interpreter.initial(configuration);
    for (Input input : test.trace()) {
      Response response = answer(interpreter.step(configuration, state, input), input);
      step(json, input, response);
      state = response.next();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private Response answer(Reply reply, Input input) {
    if (reply instanceof Reply.Answered answered && answered.responses().size() == 1) {
      return answered.responses().get(0);
    }
    throw new IllegalStateException(
        policy.name() + " does not answer " + input.call() + " in one way, but " + reply);
  }

  private void step(JsonGenerator json, Input input, Response response) throws IOException {
    Event event = input.event();
    Map<String, String> arguments = new LinkedHashMap<>();
    for (int at = 0; at < event.parameters().size(); at++) {
      arguments.put(event.parameters().get(at).name(), input.arguments().get(at).name());
    }
    Map<String, String> outputs = new LinkedHashMap<>();
    for (int at = 0; at < event.outputs().size(); at++) {
      Shown shown = response.outputs().get(at);
      if (shown instanceof Shown.One one) {
        outputs.put(event.outputs().get(at).name(), one.value().name());
      } else if (shown instanceof Shown.Whatever) {
        outputs.put(event.outputs().get(at).name(), "any");
      }
    }
    json.writeStartObject();
    json.writeStringField("event", event.name());
    optional(json, "args", arguments);
    optional(json, "chances", forced(input));
    json.writeStringField("answer", response.answer());
    optional(json, "out", outputs);
    json.writeStringField("row", response.row().id());
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, Map<String, String> texts)
      throws IOException {
    if (!texts.isEmpty()) {
      Json.texts(json, name, texts);
    }
  }
}
