package dev.foliospec.generator.export;

import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.PointKind;
import dev.foliospec.explore.Reaction;
import dev.foliospec.explore.Trace;
import dev.foliospec.explore.Variant;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Input;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Test vectors in JSON Lines: for each row and each way to set a run up, the shortest trace that
 * ends in the row, chances as usual.
 */
public final class Vectors {
  private Vectors() {}

  private record Way(RowId row, Configuration configuration) {}

  /** The vectors of a policy: a header, then a line for each test. */
  public static String write(Dense dense) {
    Map<Way, List<TraceStep>> tests = new LinkedHashMap<>();
    boolean[] usual = new boolean[dense.inputs()];
    for (int input = 0; input < usual.length; input++) {
      usual[input] = isUsual(dense.policy(), dense.input(input));
    }
    for (int state = 0; state < dense.states(); state++) {
      Trace way = null;
      for (int input = 0; input < dense.inputs(); input++) {
        if (!usual[input] || dense.kind(state, input) != PointKind.ANSWERED) {
          continue;
        }
        for (int edge = dense.from(state, input); edge < dense.to(state, input); edge++) {
          Reaction reaction = dense.reactions().get(dense.reaction(edge));
          Way key = new Way(reaction.row(), dense.configuration(state));
          if (!tests.containsKey(key)) {
            if (way == null) {
              way = dense.traceTo(state);
            }
            if (way.steps().stream().allMatch(step -> isUsual(dense.policy(), step.input()))) {
              List<TraceStep> steps = new ArrayList<>(way.toSteps());
              steps.add(Trace.toStep(
                  dense.policy(),
                  dense.input(input),
                  reaction,
                  way.end(),
                  dense.state(dense.target(edge))));
              tests.put(key, steps);
            }
          }
        }
      }
    }
    return text(dense, tests);
  }

  private static String text(Dense dense, Map<Way, List<TraceStep>> tests) {
    Policy policy = dense.policy();
    StringBuilder text = new StringBuilder();
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("foliospec", 1);
    header.put("policy", policy.name());
    header.put("observer", "default");
    header.put("method", "rows");
    header.put("extraStates", 0);
    header.put("tests", tests.size());
    header.put(
        "guarantee",
        "every row that can be reached with chances as usual answers at least once in each"
            + " configuration");
    text.append(Json.line(header)).append('\n');
    Map<RowId, Integer> numbers = new LinkedHashMap<>();
    tests.forEach((way, steps) -> {
      int number = numbers.merge(way.row(), 1, Integer::sum);
      Map<String, Object> test = new LinkedHashMap<>();
      test.put("id", policy.name() + "/" + way.row().id() + "/" + number);
      test.put("row", way.row().id());
      String variant = new Variant(policy, way.configuration().choices()).name();
      if (!variant.equals(policy.name())) {
        test.put("variant", variant);
      }
      test.put("flags", flags(policy, way.configuration()));
      test.put("steps", steps.stream().map(Vectors::step).toList());
      text.append(Json.line(test)).append('\n');
    });
    return text.toString();
  }

  private static Map<String, String> flags(Policy policy, Configuration configuration) {
    Map<String, String> flags = new LinkedHashMap<>();
    for (int i = 0; i < policy.flags().size(); i++) {
      FlagSetting setting = policy.flags().get(i);
      flags.put(setting.flag().name(), configuration.flags().get(i).name());
    }
    return flags;
  }

  private static Map<String, Object> step(TraceStep step) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("event", step.event());
    if (!step.arguments().isEmpty()) {
      made.put("args", step.arguments());
    }
    made.put("answer", step.answer());
    if (!step.outputs().isEmpty()) {
      made.put("out", step.outputs());
    }
    step.row().ifPresent(row -> made.put("row", row));
    return made;
  }

  private static boolean isUsual(Policy policy, Input input) {
    for (int i = 0; i < policy.chances().size(); i++) {
      if (!input.chances().get(i).equals(policy.chances().get(i).usual())) {
        return false;
      }
    }
    return !input.event().silent();
  }
}
