// Generated. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Attr;
import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.Sees;
import foliospec.generated.demo.Suite;
import foliospec.generated.demo.YesNo;
import foliospec.generated.demo.demo.one_flag.Chances;
import foliospec.generated.demo.demo.one_flag.Config;
import foliospec.generated.demo.demo.one_flag.State;
import foliospec.generated.demo.demo.one_flag.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every point of every row of {@code demo.one_flag}, and its scenarios.
 */
@Generated("foliospec")
final class OneFlagTest {
  private static final Suite SUITE = Suite.read(
  OneFlagTest.class, "demo.one_flag", "one_flag.points", "one_flag.traces");

  @TestFactory
  Stream<DynamicTest> rows() {
    return SUITE.rows().stream()
        .map(row ->
            DynamicTest.dynamicTest(row.id() + ": " + row.title(), () -> check(row)));
  }

  @TestFactory
  Stream<DynamicTest> traces() {
    return Stream.concat(SUITE.rowTraces().stream(), SUITE.scenarios().stream())
        .map(trace ->
            DynamicTest.dynamicTest(
            trace.name() + " " + trace.with() + ": " + trace.title(), () -> check(trace)));
  }

  /**
   * All points of a row.
   */
  private static void check(Suite.Row row) {
    for (Suite.Point point : row.points()) {
      checkMachine(row, point);
      checkMonitor(row, point);
    }
  }

  /**
   * A trace from its start, and from its end what is to be done next.
   */
  private static void check(Suite.Trace trace) {
    Config config = config(trace.with());
    State state = State.initial(config);
    for (Suite.Step step : trace.steps()) {
      Step seen = asked(trace, step, config, state);
      if (step.changes() != null) {
        Assertions.assertEquals(step.effects(), effects(seen), () -> SUITE.where(trace, step));
        List<String> before = values(state);
        List<String> after = values(seen.next());
        Map<String, String> changes = new TreeMap<>();
        List<String> names = List.of("attr");
        for (int i = 0; i < names.size(); i++) {
          if (!before.get(i).equals(after.get(i))) {
            changes.put(names.get(i), after.get(i));
          }
        }
        Assertions.assertEquals(step.changes(), changes, () -> SUITE.where(trace, step));
      }
      state = seen.next();
    }
    for (List<Suite.Step> tail : trace.tails()) {
      State after = state;
      for (Suite.Step step : tail) {
        after = asked(trace, step, config, after).next();
      }
    }
  }

  /**
   * What the machine says to a step: the answer and the outputs must fit.
   */
  private static Step asked(Suite.Trace trace, Suite.Step step, Config config, State state) {
    Step seen =
        OneFlagMachine.step(
        config, state, event(step.input()), chances(step.input().chances()));
    if (step.answer().equals("forbid")) {
      Assertions.assertEquals(
          Step.Kind.FORBIDDEN, seen.kind(), () -> SUITE.where(trace, step));
      return seen;
    }
    Assertions.assertTrue(
        seen.answered(), () -> SUITE.where(trace, step) + "seen: " + seen.kind());
    if (!step.answer().equals("any")) {
      Assertions.assertEquals(step.answer(), answer(seen), () -> SUITE.where(trace, step));
    }
    Assertions.assertTrue(
        Suite.fits(step.outputs(), shown(seen.outputs())),
        () -> SUITE.where(trace, step) + "seen: " + shown(seen.outputs()));
    return seen;
  }

  private static void checkMachine(Suite.Row row, Suite.Point point) {
    Suite.Place place = SUITE.place(point.place());
    Config config = config(place.config());
    State state = state(place.state());
    Event event = event(point.input());
    Chances chances = chances(point.input().chances());
    Step seen = OneFlagMachine.step(config, state, event, chances);
    int number = PackedOneFlagMachine.number(config, state);
    Step packed =
        PackedOneFlagMachine.answer(
        PackedOneFlagMachine.step(number, PackedOneFlagMachine.input(event, chances)));
    Assertions.assertEquals(seen, packed, () -> SUITE.where(row, point));
    if (point.forbidden()) {
      Assertions.assertEquals(
          Step.Kind.FORBIDDEN, seen.kind(), () -> SUITE.where(row, point));
    } else {
      Assertions.assertEquals(
          SUITE.text(point.allowed().get(0)), text(seen), () -> SUITE.where(row, point));
    }
  }

  private static String effects(Step seen) {
    List<String> names = seen.effects().stream().map(Effect::spelling).toList();
    return names.isEmpty() ? "-" : String.join(", ", names);
  }

  private static String text(Step seen) {
    if (!seen.answered()) {
      return seen.kind().name();
    }
    return Suite.text(
        seen.row().id(), answer(seen), shown(seen.outputs()), effects(seen), values(seen.next()));
  }

  private static Map<String, String> shown(Outputs outputs) {
    Map<String, String> shown = new TreeMap<>();
    if (outputs.sees() != null) {
      shown.put("sees", outputs.sees().spelling());
    }
    return shown;
  }

  /**
   * The monitor follows each answer that is allowed, and no other.
   */
  private static void checkMonitor(Suite.Row row, Suite.Point point) {
    Suite.Place place = SUITE.place(point.place());
    OneFlagMonitor before = OneFlagMonitor.at(config(place.config()), state(place.state()));
    Event event = event(point.input());
    if (point.forbidden()) {
      Assertions.assertEquals(
          OneFlagMonitor.Verdict.FORBIDDEN,
          before.observe(event, null, Outputs.NONE).verdict(),
          () -> SUITE.where(row, point));
      return;
    }
    for (Suite.Answer answer : point.allowed()) {
      Error error = answer.answer().equals("ok") ? null : Error.of(answer.answer());
      OneFlagMonitor after =
          before.observe(event, error, outputs(point.input().event(), answer.outputs()));
      Assertions.assertEquals(
          OneFlagMonitor.Verdict.FOLLOWED, after.verdict(), () -> SUITE.where(row, point));
      Assertions.assertTrue(
          after.states().contains(state(SUITE.place(answer.next()).state())),
          () -> SUITE.where(row, point) + after.states());
    }
    Set<String> allowed = new LinkedHashSet<>();
    // after events that nobody sees, other states may answer as well
    if (before.states().size() > 1) {
      return;
    }
    for (Suite.Point other : SUITE.alike(point)) {
      other.allowed().forEach(each -> allowed.add(each.answer()));
    }
    for (Error wrong : Error.values()) {
      if (!allowed.contains(wrong.spelling())) {
        Assertions.assertEquals(
            OneFlagMonitor.Verdict.FAILED,
            before.observe(event, wrong, Outputs.NONE).verdict(),
            () -> SUITE.where(row, point) + wrong);
      }
    }
  }

  private static String answer(Step seen) {
    return seen.error() == null ? "ok" : seen.error().spelling();
  }

  private static Event event(Suite.Input input) {
    List<String> arguments = input.arguments();
    if (input.event().equals("read")) {
      return new Event.Read();
    }
    if (input.event().equals("convert")) {
      return new Event.Convert();
    }
    throw new IllegalArgumentException(input.event() + arguments);
  }

  private static Chances chances(Map<String, String> forced) {
    return new Chances(YesNo.of(forced.getOrDefault("nomem", "no")));
  }

  private static Config config(List<String> values) {
    return new Config(YesNo.of(values.get(0)));
  }

  private static State state(List<String> values) {
    return new State(Attr.of(values.get(0)));
  }

  private static List<String> values(State state) {
    return List.of(state.attr().spelling());
  }

  private static Config config(Map<String, String> values) {
    return new Config(YesNo.of(values.get("init_shared")));
  }

  private static Outputs outputs(String event, Map<String, String> given) {
    Sees seen_sees = null;
    for (Map.Entry<String, String> each : given.entrySet()) {
      String value = each.getValue().replace("*", "");
      if (value.isEmpty() || value.equals("-")) {
        continue;
      }
      if (event.equals("read") && each.getKey().equals("sees")) {
        seen_sees = Sees.of(value);
      }
    }
    return new Outputs(seen_sees);
  }
}
