package dev.foliospec.generator.test;

import dev.foliospec.explore.Dense;
import dev.foliospec.generator.plan.Places;
import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.RowPlan;
import dev.foliospec.generator.plan.Spelled;
import dev.foliospec.generator.plan.TablesPlan;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Input;
import dev.foliospec.model.Output;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.State;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import dev.foliospec.run.Interpreter;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import dev.foliospec.suite.Tails;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code NAME.traces}: for each row its shortest traces, and the scenarios; for people. */
final class TracesFile {
  private static final String HEADER = """
      # Traces of %1$s: the shortest ones to each row and to each variable that it changes, and the
      # scenarios written by hand. After a row's trace stands what to do next, since its answer alone
      # says little about where it has led.
      # Generated from %2$s; the answers are the interpreter's. Edit the tables, not this file.
      #
      #   row POLICY/ID FILE:LINE TITLE
      #   scenario NAME FILE:LINE TITLE
      #   with NAME=VALUE...                      how the run is set up
      #   tail N of M                             after the row's trace: N of the M other states are
      #                                           found out by the tails up to this one
      #     INPUT -> ANSWER | EFFECTS | CHANGES   of a row's trace: all that happens
      #     INPUT -> ANSWER                       of a scenario or tail: what is asked; any accepts
      #                                           all, NAME=- asks that there is no such output
      #
      # An output that ends in * accepts whatever is observed.
      policy %1$s
      """;

  private static final int WIDTH = 28;

  private final PolicyPlan plan;
  private final Walk walk;
  private final Dense dense;
  private final Tails tails;
  private final Lines lines;
  private final StringBuilder text = new StringBuilder();

  private TracesFile(PolicyPlan plan, Walk walk, Dense dense) {
    this.plan = plan;
    this.walk = walk;
    this.dense = dense;
    this.tails = Tails.of(dense);
    this.lines = new Lines(plan);
  }

  static String write(PolicyPlan plan, Walk walk, Dense dense, List<Scenario> scenarios) {
    return new TracesFile(plan, walk, dense).write(scenarios);
  }

  private String write(List<Scenario> scenarios) {
    text.append(
        HEADER.formatted(plan.policy().name(), Lines.plain(String.join(", ", plan.files()))));
    if (!tails.known()) {
      text.append("# There are no tails: the states are too many to tell each from each.\n");
    }
    Map<RowId, List<Walk.Point>> telling = telling();
    for (RowPlan row : plan.rows()) {
      telling.getOrDefault(row.row().id(), List.of()).forEach(point -> row(row, point));
    }
    for (Scenario scenario : scenarios) {
      if (scenario.policies().contains(plan.policy().name())) {
        for (Configuration each : new Interpreter(plan.policy()).configurations()) {
          if (fits(scenario, each)) {
            scenario(scenario, each);
          }
        }
      }
    }
    return text.toString();
  }

  /**
   * For each row the first point at which it answers, and the first ones at which it changes a
   * variable that it has not changed at those before: a change to what is there already shows little.
   */
  private Map<RowId, List<Walk.Point>> telling() {
    Map<RowId, List<Walk.Point>> points = new HashMap<>();
    Map<RowId, BitSet> changed = new HashMap<>();
    for (Walk.Point point : walk.points()) {
      if (point.reply() instanceof Reply.Forbidden forbidden) {
        points.computeIfAbsent(forbidden.row(), row -> new ArrayList<>(List.of(point)));
      } else if (point.reply() instanceof Reply.Answered answered) {
        Response response = answered.responses().get(0);
        BitSet more = changes(walk.places().get(point.place()).state(), response.next());
        BitSet before = changed.computeIfAbsent(response.row(), row -> new BitSet());
        more.andNot(before);
        if (!more.isEmpty() || !points.containsKey(response.row())) {
          before.or(more);
          points.computeIfAbsent(response.row(), row -> new ArrayList<>()).add(point);
        }
      }
    }
    return points;
  }

  private static BitSet changes(State before, State after) {
    BitSet changes = new BitSet();
    for (int at = 0; at < after.values().size(); at++) {
      changes.set(at, !after.values().get(at).equals(before.values().get(at)));
    }
    return changes;
  }

  private void row(RowPlan row, Walk.Point last) {
    text.append("\nrow ").append(row.row().id().spelled()).append(' ');
    text.append(Lines.plain(Spelled.place(row.row().at())).replace(' ', '_')).append(' ');
    text.append(PointsFile.title(row)).append('\n');
    Walk.Place end = walk.places().get(last.place());
    text.append("with ").append(lines.named(end.configuration())).append('\n');
    Deque<Integer> way = new ArrayDeque<>();
    for (int at = last.place(); walk.places().get(at).parent() >= 0; ) {
      way.addFirst(at);
      at = walk.places().get(at).parent();
    }
    Interpreter interpreter = new Interpreter(plan.policy());
    for (int to : way) {
      Walk.Place place = walk.places().get(to);
      State before = walk.places().get(place.parent()).state();
      Input input = walk.inputs().get(place.parentInput());
      if (interpreter.step(place.configuration(), before, input)
          instanceof Reply.Answered answered) {
        answered.responses().stream()
            .filter(each -> each.next().equals(place.state()))
            .findFirst()
            .ifPresent(each -> step(input, before, each));
      }
    }
    Input input = walk.inputs().get(last.input());
    if (last.reply() instanceof Reply.Answered answered) {
      Response response = answered.responses().get(0);
      step(input, end.state(), response);
      tails(interpreter, end.configuration(), response.next());
    } else {
      line(lines.input(input), "forbid");
    }
  }

  private void step(Input input, State before, Response response) {
    line(
        lines.input(input),
        lines.answer(input, response)
            + " | "
            + Lines.effects(response.effects())
            + " | "
            + lines.changes(before, response.next()));
  }

  // --- Tails ----------------------------------------------------------------------------------

  private void tails(Interpreter interpreter, Configuration configuration, State reached) {
    int number = dense.stateOf(configuration, reached);
    int others = tails.others(number);
    List<Tails.Tail> all = tails.of(number);
    if (all.isEmpty() && others > 0 && tails.known()) {
      text.append("# no answers find out one of the ").append(others).append(" other states\n");
    }
    for (Tails.Tail tail : all) {
      text.append("tail ").append(tail.told()).append(" of ").append(others).append('\n');
      State state = reached;
      for (int each : tail.inputs()) {
        state = asked(interpreter, configuration, state, dense.input(each));
      }
    }
  }

  /** One step of a tail; what it answers is certain, to which of equal states it leads need not be. */
  private State asked(
      Interpreter interpreter, Configuration configuration, State state, Input input) {
    if (interpreter.step(configuration, state, input) instanceof Reply.Answered answered) {
      Response response = answered.responses().get(0);
      line(lines.input(input), lines.answer(input, response));
      return response.next();
    }
    throw new IllegalStateException(plan.policy().name() + " does not answer " + input.call());
  }

  private void line(String input, String answer) {
    text.append("  ").append(input);
    text.append(" ".repeat(Math.max(0, WIDTH - input.length())));
    text.append(" -> ").append(answer).append('\n');
  }

  // --- Scenarios ------------------------------------------------------------------------------

  private boolean fits(Scenario scenario, Configuration configuration) {
    for (Map.Entry<String, Value> each : scenario.flags().entrySet()) {
      for (int i = 0; i < plan.policy().flags().size(); i++) {
        if (plan.policy().flags().get(i).flag().name().equals(each.getKey())
            && !configuration.flags().get(i).equals(each.getValue())) {
          return false;
        }
      }
    }
    List<TraitSetting> open = plan.policy().choices();
    for (int i = 0; i < open.size(); i++) {
      String wanted = scenario.choices().get(open.get(i).trait().name());
      if (wanted != null
          && !open.get(i)
              .alternatives()
              .get(configuration.choices().get(i))
              .spelled()
              .equals(wanted)) {
        return false;
      }
    }
    return true;
  }

  private void scenario(Scenario scenario, Configuration configuration) {
    text.append("\nscenario ").append(scenario.name()).append(' ');
    text.append(Lines.plain(Spelled.place(scenario.at())).replace(' ', '_')).append(' ');
    text.append(Lines.plain(scenario.title().orElse(scenario.name()))).append('\n');
    List<String> with = new ArrayList<>();
    for (Places.Choice choice : plan.places().configuration()) {
      with.add(choice.place().field().spelling()
          + "="
          + choice.place().field().type().written(TablesPlan.chosen(plan, choice, configuration)));
    }
    text.append("with ").append(with.isEmpty() ? "-" : String.join(" ", with)).append('\n');
    for (Scenario.Step step : scenario.steps()) {
      List<Value> chances = new ArrayList<>();
      for (Chance chance : plan.policy().chances()) {
        chances.add(step.chances().getOrDefault(chance.name(), chance.usual()));
      }
      StringBuilder asked = new StringBuilder(step.answer().orElse("any"));
      for (Output output : step.event().outputs()) {
        Scenario.Expected expected = step.outputs().get(output.name());
        if (expected != null) {
          asked.append(' ').append(output.name()).append('=');
          asked.append(expected
              .value()
              .map(value -> plan.vocabulary().plan(output.type()).written(value))
              .orElse("-"));
        }
      }
      line(lines.input(new Input(step.event(), step.arguments(), chances)), asked.toString());
    }
  }
}
