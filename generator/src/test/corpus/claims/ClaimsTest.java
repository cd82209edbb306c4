// Generated. Edit the tables, not this file.
package foliospec.generated.demo.demo;

import foliospec.generated.demo.Attr;
import foliospec.generated.demo.Claims;
import foliospec.generated.demo.Effect;
import foliospec.generated.demo.Error;
import foliospec.generated.demo.Event;
import foliospec.generated.demo.Gfn;
import foliospec.generated.demo.Outputs;
import foliospec.generated.demo.Suite;
import foliospec.generated.demo.YesNo;
import foliospec.generated.demo.demo.claims.Chances;
import foliospec.generated.demo.demo.claims.Config;
import foliospec.generated.demo.demo.claims.State;
import foliospec.generated.demo.demo.claims.Step;
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
 * Every point of every row of {@code demo.claims}, its scenarios and its properties.
 */
@Generated("foliospec")
final class ClaimsTest {
  private static final Suite SUITE = Suite.read(
  ClaimsTest.class, "demo.claims", "claims.points", "claims.traces");

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

  @TestFactory
  Stream<DynamicTest> properties() {
    Claims claims =
        Claims.read(
        ClaimsTest.class, "claims.claims", SUITE, ClaimsTest::seen);
    return claims.properties().stream()
        .map(property ->
            DynamicTest.dynamicTest(
            "property " + property.name() + ": " + property.title(), () -> claims.check(property)));
  }

  private static Claims.Seen seen(List<String> config, List<String> state, Suite.Input input) {
    Step seen =
        ClaimsMachine.step(
        config(config), state(state), event(input), chances(input.chances()));
    if (!seen.answered()) {
      return null;
    }
    List<String> effects = seen.effects().stream().map(Effect::spelling).toList();
    return new Claims.Seen(answer(seen), shown(seen.outputs()), effects, values(seen.next()));
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
        List<String> names = List.of("attr", "pins", "seen[a]", "seen[b]");
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
        ClaimsMachine.step(
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
    Step seen = ClaimsMachine.step(config, state, event, chances);
    int number = PackedClaimsMachine.number(config, state);
    Step packed =
        PackedClaimsMachine.answer(
        PackedClaimsMachine.step(number, PackedClaimsMachine.input(event, chances)));
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
    ClaimsMonitor before = ClaimsMonitor.at(config(place.config()), state(place.state()));
    Event event = event(point.input());
    if (point.forbidden()) {
      Assertions.assertEquals(
          ClaimsMonitor.Verdict.FORBIDDEN,
          before.observe(event, null, Outputs.NONE).verdict(),
          () -> SUITE.where(row, point));
      return;
    }
    for (Suite.Answer answer : point.allowed()) {
      Error error = answer.answer().equals("ok") ? null : Error.of(answer.answer());
      ClaimsMonitor after =
          before.observe(event, error, outputs(point.input().event(), answer.outputs()));
      Assertions.assertEquals(
          ClaimsMonitor.Verdict.FOLLOWED, after.verdict(), () -> SUITE.where(row, point));
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
            ClaimsMonitor.Verdict.FAILED,
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
    if (input.event().equals("convert")) {
      return new Event.Convert(Attr.of(arguments.get(0)));
    }
    if (input.event().equals("read")) {
      return new Event.Read(Attr.of(arguments.get(0)));
    }
    if (input.event().equals("pin")) {
      return new Event.Pin();
    }
    if (input.event().equals("punch")) {
      return new Event.Punch();
    }
    if (input.event().equals("look")) {
      return new Event.Look(Gfn.of(arguments.get(0)));
    }
    throw new IllegalArgumentException(input.event() + arguments);
  }

  private static Chances chances(Map<String, String> forced) {
    return new Chances(YesNo.of(forced.getOrDefault("nomem", "no")));
  }

  private static Config config(List<String> values) {
    return new Config(YesNo.of(values.get(0)), YesNo.of(values.get(1)));
  }

  private static State state(List<String> values) {
    return new State(Attr.of(values.get(0)), Integer.parseInt(values.get(1)),
        YesNo.of(values.get(2)), YesNo.of(values.get(3)));
  }

  private static List<String> values(State state) {
    return List.of(state.attr().spelling(), Integer.toString(state.pins()),
        state.seenA().spelling(), state.seenB().spelling());
  }

  private static Config config(Map<String, String> values) {
    return new Config(YesNo.of(values.get("strict")), YesNo.of(values.get("zero_on_conversion")));
  }

  private static Outputs outputs(String event, Map<String, String> given) {
    Attr seen_sees = null;
    for (Map.Entry<String, String> each : given.entrySet()) {
      String value = each.getValue().replace("*", "");
      if (value.isEmpty() || value.equals("-")) {
        continue;
      }
      if (event.equals("read") && each.getKey().equals("sees")) {
        seen_sees = Attr.of(value);
      }
    }
    return new Outputs(seen_sees);
  }
}
