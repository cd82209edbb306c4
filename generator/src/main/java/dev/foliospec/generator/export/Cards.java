package dev.foliospec.generator.export;

import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Status;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rows as cards, which the parser reads as the same rows. */
final class Cards {
  private Cards() {}

  /** A card without what is said of its origin. */
  static String card(Table table, Transition row, Wrapping wrapping) {
    StringBuilder text = new StringBuilder();
    row.doc().ifPresent(doc -> text.append(SpecText.doc(doc, wrapping)));
    text.append(wrapping.line("", head(table, row)));
    // Beside an error that may be answered, the answer's outputs would be read as the error's.
    boolean either = row.outcome().answer() == Outcome.Answer.ANY
        || row.outcome().answer() == Outcome.Answer.OK_OR;
    List<String> sets = new ArrayList<>();
    List<String> answer = new ArrayList<>();
    Optional<String> effects = Optional.empty();
    for (Cell cell : Columns.cells(row)) {
      String heading = cell.heading();
      if (!cell.outcome() || isGround(heading)) {
        continue;
      }
      if (heading.equals("answer")) {
        answer.add(0, cell.text());
      } else if (heading.equals("effects")) {
        effects = Optional.of(cell.text()).filter(each -> !each.equals("none"));
      } else if (!heading.endsWith("'") && !cell.text().equals("-")) {
        if (either) {
          sets.add(heading + " = " + cell.text());
        } else {
          answer.add(heading + "=" + cell.text());
        }
      } else if (heading.endsWith("'") && !Set.of("=", "-").contains(cell.text())) {
        sets.add(heading.substring(0, heading.length() - 1) + " = " + cell.text());
      }
    }
    List<String> when = when(row);
    if (!when.isEmpty()) {
      text.append(wrapping.line("  when   ", String.join(", ", when)));
    }
    if (!answer.isEmpty()) {
      text.append(wrapping.line("  answer ", String.join(", ", answer)));
    }
    if (!sets.isEmpty()) {
      text.append(wrapping.line("  sets   ", String.join(", ", sets)));
    }
    effects
        .filter(each -> !each.equals("-"))
        .ifPresent(each -> text.append(wrapping.line("  does   ", each)));
    row.grounds().why().ifPresent(why -> text.append(wrapping.line("  why    ", prose(why))));
    return text.toString();
  }

  private static boolean isGround(String heading) {
    return heading.equals("source") || heading.equals("status") || heading.equals("why");
  }

  /** {@code row B26 of conversion source K3 status disputed}. */
  private static String head(Table table, Transition row) {
    StringBuilder head = new StringBuilder("row ").append(SpecText.id(row));
    head.append(" of ").append(table.name());
    if (!row.grounds().sources().isEmpty()) {
      head.append(" source ").append(row.grounds().spelled());
    }
    if (row.grounds().status() != Status.DECIDED) {
      head.append(" status ").append(row.grounds().status().word());
    }
    return head.toString();
  }

  /**
   * A row's conditions as clause {@code when} lists them. Expressions come first: after a list of
   * values a lone name would be read as one more of them.
   */
  static List<String> when(Transition row) {
    List<String> named = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    for (Cell cell : Columns.cells(row)) {
      if (cell.outcome() || cell.text().equals("-")) {
        continue;
      }
      if (!cell.heading().equals("when")) {
        boolean bound = cell.text().startsWith("<") || cell.text().startsWith(">");
        named.add(cell.heading() + (bound ? " " : " = ") + cell.text());
      } else if (cell.text().chars().anyMatch(c -> "=<>".indexOf(c) >= 0)) {
        expressions.add("(" + cell.text() + ")");
      } else {
        expressions.add(cell.text());
      }
    }
    expressions.addAll(named);
    return expressions;
  }

  /** Free text as a cell {@code why} holds it. */
  static String prose(String why) {
    String shown = Visible.line(why).strip();
    boolean quoted = shown.contains("|")
        || shown.contains(" #")
        || shown.startsWith("#")
        || shown.contains("\"");
    return quoted ? "\"" + shown.replace('"', '\'') + "\"" : shown;
  }
}
