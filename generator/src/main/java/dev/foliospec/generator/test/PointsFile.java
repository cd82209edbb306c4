package dev.foliospec.generator.test;

import dev.foliospec.generator.plan.PolicyPlan;
import dev.foliospec.generator.plan.RowPlan;
import dev.foliospec.generator.plan.Spelled;
import dev.foliospec.model.Input;
import dev.foliospec.model.RowId;
import dev.foliospec.run.Reply;
import dev.foliospec.run.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Writes {@code NAME.points}: every reachable point of every row, for completeness. */
final class PointsFile {
  private static final String HEADER = """
      # Every point of %1$s that can be reached, row by row, with what must happen there.
      # Generated from %2$s; the answers are the interpreter's. Edit the tables, not this file.
      #
      #   config NAME...           what is chosen when a run is set up
      #   state NAME...            the variables
      #   at N start : CONFIG : STATE
      #   at N from M INPUT : CONFIG : STATE      first reached from M
      #   row POLICY/ID FILE:LINE TITLE
      #   N INPUT -> ANSWER | EFFECTS | M         in state N; afterwards state M
      #     or ANSWER | EFFECTS | M ID            another answer that is allowed there
      #   N INPUT -> forbid
      #
      # An output that ends in * accepts whatever is observed.
      policy %1$s
      """;

  private PointsFile() {}

  static String write(PolicyPlan plan, Walk walk) {
    Lines lines = new Lines(plan);
    StringBuilder text = new StringBuilder();
    text.append(
        HEADER.formatted(plan.policy().name(), Lines.plain(String.join(", ", plan.files()))));
    if (!walk.complete()) {
      text.append("# These are not all: there are more than ")
          .append(walk.points().size());
      text.append(".\n");
    }
    text.append("config");
    plan.places()
        .configuration()
        .forEach(each -> text.append(' ').append(each.place().field().spelling()));
    text.append("\nstate");
    plan.places().state().forEach(each -> text.append(' ').append(each.field().spelling()));
    text.append("\n\n");
    for (int i = 0; i < walk.places().size(); i++) {
      Walk.Place place = walk.places().get(i);
      text.append("at ").append(i);
      if (place.parent() < 0) {
        text.append(" start");
      } else {
        text.append(" from ").append(place.parent()).append(' ');
        text.append(lines.input(walk.inputs().get(place.parentInput())));
      }
      text.append(" : ").append(lines.config(place.configuration()));
      text.append(" : ").append(lines.state(place.state())).append('\n');
    }
    for (Map.Entry<RowPlan, List<Walk.Point>> each : byRow(plan, walk).entrySet()) {
      text.append("\nrow ").append(each.getKey().row().id().spelled()).append(' ');
      text.append(Lines.plain(Spelled.place(each.getKey().row().at())).replace(' ', '_'));
      text.append(' ').append(title(each.getKey())).append('\n');
      each.getValue().forEach(point -> point(text, lines, walk, point));
    }
    return text.toString();
  }

  /** What a row is about, for the name of its test. */
  static String title(RowPlan row) {
    return Lines.plain(row.row()
        .doc()
        .or(() -> row.row().grounds().why())
        .orElse("a row of " + row.table().name()));
  }

  private static Map<RowPlan, List<Walk.Point>> byRow(PolicyPlan plan, Walk walk) {
    Map<RowPlan, List<Walk.Point>> rows = new LinkedHashMap<>();
    plan.rows().forEach(row -> rows.put(row, new ArrayList<>()));
    for (Walk.Point point : walk.points()) {
      Set<RowId> answering = new LinkedHashSet<>();
      if (point.reply() instanceof Reply.Answered answered) {
        answered.responses().forEach(each -> answering.add(each.row()));
      } else if (point.reply() instanceof Reply.Forbidden forbidden) {
        answering.add(forbidden.row());
      }
      for (RowId id : answering) {
        plan.row(id).ifPresent(row -> Objects.requireNonNull(rows.get(row)).add(point));
      }
    }
    rows.values().removeIf(List::isEmpty);
    return rows;
  }

  private static void point(StringBuilder text, Lines lines, Walk walk, Walk.Point point) {
    Input input = walk.inputs().get(point.input());
    text.append(point.place()).append(' ').append(lines.input(input)).append(" -> ");
    if (point.reply() instanceof Reply.Answered answered) {
      for (int i = 0; i < answered.responses().size(); i++) {
        Response response = answered.responses().get(i);
        text.append(i > 0 ? "  or " : "").append(lines.answer(input, response)).append(" | ");
        text.append(Lines.effects(response.effects())).append(" | ");
        text.append(point.next().get(i));
        if (i > 0) {
          text.append(' ').append(response.row().id());
        }
        text.append('\n');
      }
    } else {
      text.append("forbid\n");
    }
  }
}
