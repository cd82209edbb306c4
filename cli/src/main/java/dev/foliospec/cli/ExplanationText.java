package dev.foliospec.cli;

import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Event;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Source;
import dev.foliospec.model.Status;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.run.Explanation;
import dev.foliospec.run.Explanation.Considered;
import dev.foliospec.run.Explanation.Part;
import dev.foliospec.run.Explanation.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An explanation in words: rows that answer first, rows that may, and what keeps the others out. */
final class ExplanationText {
  private final Explanation explained;
  private final StringBuilder text = new StringBuilder();

  private ExplanationText(Explanation explained) {
    this.explained = explained;
  }

  /**
   * The words.
   *
   * @param name the policy as the user named it
   * @param known what was supposed, in the order in which it is shown
   */
  static String of(Explanation explained, String name, Map<String, Value> known) {
    return asked(name, explained.event(), known) + rows(explained);
  }

  /** The words without what was asked: which rows answer, and why the others do not. */
  static String rows(Explanation explained) {
    return new ExplanationText(explained).write();
  }

  /** What was asked. */
  static String asked(String name, Event event, Map<String, Value> known) {
    StringBuilder text = new StringBuilder(name).append(": ").append(event.name());
    String where = " where ";
    for (Map.Entry<String, Value> each : known.entrySet()) {
      text.append(where)
          .append(each.getKey())
          .append(" = ")
          .append(each.getValue().name());
      where = ", ";
    }
    return text.append('\n').toString();
  }

  private String write() {
    switch (explained.happens()) {
      case YES -> {}
      case NO -> {
        text.append("cannot happen there: its `only when` does not hold\n");
        return text.toString();
      }
      case PERHAPS -> text.append("where it can happen at all, which is left open\n");
    }
    boolean any = false;
    for (Considered each : explained.rows()) {
      if (each.part() == Part.ANSWERS) {
        answer(each, " answers");
        any = true;
      }
    }
    for (Considered each : explained.rows()) {
      if (each.part() == Part.PERHAPS) {
        answer(each, " answers if");
        any = true;
      }
    }
    if (!any) {
      text.append("\nno row answers\n");
    }
    others();
    return text.toString();
  }

  private void answer(Considered one, String verb) {
    Transition row = one.row();
    text.append('\n').append(row.id().id()).append(" of ").append(one.table().name());
    if (one.part() == Part.PERHAPS && row.outcome().answer() == Outcome.Answer.PASS) {
      text.append(" lets it through if");
    } else {
      text.append(verb);
    }
    text.append('\n');
    if (one.part() == Part.PERHAPS) {
      for (Reason reason : one.reasons()) {
        text.append("    ").append(open(reason)).append('\n');
      }
    }
    outcome(row);
    row.doc().ifPresent(doc -> paragraph(doc));
    sources(row);
    text.append("  ").append(Visible.line(row.at().toString())).append('\n');
  }

  private void outcome(Transition row) {
    String start = "  -> ";
    for (Cell cell : row.cells()) {
      if (!cell.outcome() || isAside(cell)) {
        continue;
      }
      text.append(start);
      if (!cell.heading().equals("answer")) {
        text.append(cell.heading()).append(cell.heading().equals("effects") ? ": " : " = ");
      }
      text.append(Visible.line(cell.text()));
      start = "; ";
    }
    if (!start.equals("  -> ")) {
      text.append('\n');
    }
  }

  /** Cells that say that nothing happens, and those that are no outcome. */
  private static boolean isAside(Cell cell) {
    return switch (cell.heading()) {
      case "source", "status", "why" -> true;
      case "effects" -> cell.text().equals("none");
      default -> cell.text().equals("=") || cell.text().equals("-");
    };
  }

  private void sources(Transition row) {
    text.append("  source ").append(Visible.line(row.grounds().spelled()));
    if (row.grounds().status() != Status.DECIDED) {
      text.append(", ").append(row.grounds().status().word());
    }
    text.append('\n');
    List<String> shown = new ArrayList<>();
    row.grounds().sources().forEach(citation -> {
      for (Source source : explained.policy().sources()) {
        if (source.id().equals(citation.source()) && !shown.contains(source.id())) {
          shown.add(source.id());
          text.append("    ").append(source.id()).append(": ");
          text.append(Visible.line(source.text())).append('\n');
        }
      }
    });
    row.grounds().why().ifPresent(why -> paragraph("why: " + why));
  }

  private void paragraph(String words) {
    for (String line : Visible.lines(words).split("\n")) {
      text.append("  ").append(line).append('\n');
    }
  }

  private void others() {
    List<Considered> others = new ArrayList<>();
    int width = 0;
    for (Considered each : explained.rows()) {
      if (each.part() == Part.NONE || each.part() == Part.PASSES) {
        others.add(each);
        width = Math.max(width, called(each).length());
      }
    }
    if (others.isEmpty()) {
      return;
    }
    text.append("\nthe others do not:\n");
    for (Considered each : others) {
      text.append("  ").append(called(each));
      text.append(" ".repeat(width - called(each).length() + 2));
      if (each.part() == Part.PASSES) {
        text.append("lets it through");
      }
      String separator = "";
      for (Reason reason : each.reasons()) {
        text.append(separator).append(against(reason));
        separator = "; ";
      }
      text.append('\n');
    }
  }

  private static String called(Considered one) {
    return one.row().id().id() + " of " + one.table().name();
  }

  private String open(Reason reason) {
    if (reason instanceof Explanation.AtCell cell) {
      return "`" + cell.heading() + "`: " + Visible.line(cell.cell()) + seen(cell, " with ");
    }
    if (reason instanceof Explanation.AtTable table) {
      return "the `where` of " + table.table() + " holds";
    }
    Explanation.AtRow row = (Explanation.AtRow) reason;
    return switch (row.how()) {
      case BEFORE -> row.row().id() + ", asked before, does not answer";
      case SPLITS -> row.row().id() + ", which splits it, does not apply";
      case COVERS -> row.row().id() + " does not apply";
      case LEADS -> row.row().id() + ", beside which it stands, applies";
    };
  }

  private String against(Reason reason) {
    if (reason instanceof Explanation.AtCell cell) {
      String wanted = "the cell `" + cell.heading() + "` says " + Visible.line(cell.cell());
      return wanted + seen(cell, ", but ");
    }
    if (reason instanceof Explanation.AtTable table) {
      return "the `where` of " + table.table() + " does not hold";
    }
    Explanation.AtRow row = (Explanation.AtRow) reason;
    return switch (row.how()) {
      case BEFORE -> row.row().id() + " answers before it is asked";
      case SPLITS -> row.row().id() + " splits it and takes this";
      case COVERS -> "otherwise, but " + row.row().id() + " applies";
      case LEADS -> "stands beside " + row.row().id();
    };
  }

  private static String seen(Explanation.AtCell cell, String start) {
    StringBuilder words = new StringBuilder();
    String separator = start;
    for (Map.Entry<String, Value> each : cell.seen().entrySet()) {
      words
          .append(separator)
          .append(each.getKey())
          .append(" is ")
          .append(each.getValue().name());
      separator = " and ";
    }
    return words.toString();
  }
}
