package dev.foliospec.generator.export;

import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Status;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows as cards, for tables that are too wide. */
final class Cards {
  private static final Set<String> ASIDE =
      Set.of("row", "source", "status", "why", "replaces", "splits", "answer", "effects");

  private Cards() {}

  static String write(Policy policy, Table table, List<Transition> rows, boolean mail) {
    StringBuilder text = new StringBuilder();
    add(text, "", Wording.head(table), mail);
    text.append('\n');
    for (Transition row : rows) {
      add(text, "", head(table, row), mail);
      List<String> when = new ArrayList<>();
      List<String> sets = new ArrayList<>();
      List<String> outputs = new ArrayList<>();
      for (Cell cell : row.cells()) {
        String heading = cell.heading();
        if (ASIDE.contains(heading)) {
          continue;
        }
        if (!cell.outcome()) {
          condition(heading, cell.text()).ifPresent(when::add);
        } else if (heading.endsWith("'")) {
          if (!cell.text().equals("=")) {
            sets.add(heading.substring(0, heading.length() - 1) + " = " + cell.text());
          }
        } else if (!cell.text().equals("-")) {
          outputs.add(heading + "=" + cell.text());
        }
      }
      if (!when.isEmpty()) {
        add(text, "  when   ", String.join(", ", when), mail);
      }
      String answer = Show.cell(row, "answer", "");
      if (!answer.isEmpty()) {
        outputs.add(0, answer);
        add(text, "  answer ", String.join(", ", outputs), mail);
      }
      if (!sets.isEmpty()) {
        add(text, "  sets   ", String.join(", ", sets), mail);
      }
      String effects = Show.cell(row, "effects", "none");
      if (!effects.equals("none")) {
        add(text, "  does   ", effects, mail);
      }
      row.grounds()
          .why()
          .ifPresent(why -> add(text, "  why    ", "\"" + why.replace('"', '\'') + "\"", mail));
      add(text, "  # ", Wording.origin(row, policy.name()), mail);
      text.append('\n');
    }
    return text.toString();
  }

  private static String head(Table table, Transition row) {
    StringBuilder head = new StringBuilder("row ").append(Show.id(row));
    head.append(" of ").append(table.name());
    if (!row.grounds().sources().isEmpty()) {
      head.append(" source ").append(row.grounds().spelled());
    }
    if (row.grounds().status() != Status.DECIDED) {
      head.append(" status ").append(row.grounds().status().word());
    }
    return head.toString();
  }

  private static Optional<String> condition(String heading, String cell) {
    if (cell.equals("-")) {
      return Optional.empty();
    }
    if (heading.equals("when")) {
      return Optional.of(cell);
    }
    if (cell.startsWith("=")) {
      return Optional.of(heading + " = " + cell.substring(1));
    }
    if (cell.startsWith("!=")) {
      return Optional.of(heading + " != " + cell.substring(2));
    }
    if (cell.startsWith("<") || cell.startsWith(">")) {
      int sign = cell.startsWith("<=") || cell.startsWith(">=") ? 2 : 1;
      return Optional.of(
          heading + " " + cell.substring(0, sign) + " " + cell.substring(sign).trim());
    }
    if (cell.startsWith("in ")) {
      return Optional.of(heading + " " + cell);
    }
    boolean list = (cell.contains(",") || cell.contains("..")) && !cell.startsWith("!");
    return Optional.of(list ? heading + " in {" + cell + "}" : heading + " = " + cell);
  }

  /** A line, broken at spaces where it is for mail. */
  private static void add(StringBuilder text, String lead, String content, boolean mail) {
    String line = Visible.line(content);
    if (!mail || lead.length() + line.length() <= Rendering.MAIL) {
      text.append(lead).append(line).append('\n');
      return;
    }
    StringBuilder current = new StringBuilder(lead);
    boolean first = true;
    for (String word : line.split(" ")) {
      if (!first && current.length() + 1 + word.length() > Rendering.MAIL) {
        text.append(current).append('\n');
        current = new StringBuilder(" ".repeat(Math.max(4, lead.length())));
        first = true;
      }
      current.append(first ? "" : " ").append(word);
      first = false;
    }
    text.append(current).append('\n');
  }
}
