package dev.foliospec.generator.machine;

import dev.foliospec.generator.plan.RowPlan;
import dev.foliospec.generator.plan.Spelled;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rows in the comments of generated code. */
final class Rows {
  private static final Set<String> SILENT = Set.of("-", "=", "none", "");
  private static final Set<String> ASIDE =
      Set.of("why", "source", "status", "row", "replaces", "splits");

  private Rows() {}

  /** A row's id and what its author says about it. */
  static String summary(RowPlan plan) {
    Transition row = plan.row();
    String said = row.doc()
        .or(() -> row.grounds().why())
        .orElse("a row of `" + plan.table().name() + "`");
    return Texts.sentence(row.id().id() + ": " + said);
  }

  /** A row's cells, those that say nothing aside. */
  static String cells(RowPlan plan) {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    for (Cell cell : plan.row().cells()) {
      String text = cell.text().trim();
      if (!SILENT.contains(text) && !ASIDE.contains(cell.heading())) {
        if (cell.outcome()) {
          right.add(cell.heading().equals("answer") ? text : cell.heading() + " = " + text);
        } else {
          left.add(cell.heading() + " " + text);
        }
      }
    }
    String when = left.isEmpty() ? "Always" : "Where " + String.join(", ", left);
    return Texts.sentence(when + ": " + String.join("; ", right));
  }

  /** One cell of a row, or {@code -}. */
  static String cell(RowPlan plan, String heading) {
    return plan.row().cells().stream()
        .filter(each -> each.heading().equals(heading))
        .map(Cell::text)
        .findFirst()
        .orElse("-");
  }

  /** What a row rests on, and where it was written. */
  static String source(RowPlan plan) {
    return "Source: "
        + Texts.comment(plan.row().grounds().spelled())
        + ". Row: "
        + Texts.comment(Spelled.place(plan.row().at()))
        + ".";
  }
}
