package dev.foliospec.generator.export;

import dev.foliospec.model.Cell;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The columns that show some rows: those that their tables declare, then those that only overrides and
 * cards have. What a row rests on is not among them.
 *
 * @param left conditions
 * @param right outcomes
 */
record Columns(List<String> left, List<String> right) {
  private static final Set<String> ASIDE =
      Set.of("row", "source", "status", "why", "replaces", "splits");

  /** Copies the lists. */
  Columns {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  static Columns of(List<String> declared, List<Transition> rows) {
    Set<String> left = new LinkedHashSet<>();
    Set<String> right = new LinkedHashSet<>();
    for (String heading : declared) {
      boolean outcome = rows.stream()
          .flatMap(row -> cells(row).stream())
          .filter(cell -> cell.heading().equals(heading))
          .findFirst()
          .map(Cell::outcome)
          .orElse(isOutcome(heading));
      (outcome ? right : left).add(heading);
    }
    for (Transition row : rows) {
      cells(row).forEach(cell -> (cell.outcome() ? right : left).add(cell.heading()));
    }
    left.removeAll(ASIDE);
    right.removeAll(ASIDE);
    return new Columns(List.copyOf(left), List.copyOf(right));
  }

  private static boolean isOutcome(String heading) {
    return heading.endsWith("'") || heading.equals("answer") || heading.equals("effects");
  }

  /**
   * A row's cells, each heading once: several conditions of a card on one name are joined to an
   * expression under {@code when}.
   */
  static List<Cell> cells(Transition row) {
    List<Cell> cells = new ArrayList<>();
    List<String> expressions = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    int when = -1;
    for (Cell cell : row.cells()) {
      if (cell.outcome()) {
        cells.add(cell);
      } else if (cell.heading().equals("when") && !cell.text().equals("-")) {
        when = when < 0 ? cells.size() : when;
        expressions.add(cell.text());
      } else if (seen.add(cell.heading())) {
        cells.add(cell);
      } else {
        when = when < 0 ? cells.size() : when;
        expressions.add(expression(cell.heading(), cell.text()));
      }
    }
    if (when >= 0) {
      cells.removeIf(cell -> !cell.outcome() && cell.heading().equals("when"));
      List<String> parts = new ArrayList<>();
      for (String each : expressions) {
        boolean loose = each.contains(" or ") || each.contains(" implies ") || each.contains(":");
        parts.add(loose && expressions.size() > 1 ? "(" + each + ")" : each);
      }
      Cell all = new Cell("when", false, String.join(" and ", parts), row.at());
      cells.add(Math.min(when, cells.size()), all);
    }
    return cells;
  }

  private static String expression(String heading, String cell) {
    if (cell.startsWith("!=") || cell.startsWith("<") || cell.startsWith(">")) {
      int sign = cell.startsWith("!=") || cell.startsWith("<=") || cell.startsWith(">=") ? 2 : 1;
      return heading + " " + cell.substring(0, sign) + " " + cell.substring(sign);
    }
    if (cell.startsWith("=")) {
      return heading + " = " + cell.substring(1);
    }
    if (cell.startsWith("!{")) {
      return "not " + heading + " in " + cell.substring(1);
    }
    if (cell.startsWith("!")) {
      return heading + " != " + cell.substring(1);
    }
    if (cell.startsWith("in ")) {
      return heading + " " + cell;
    }
    boolean several = cell.contains(",") || cell.contains("..");
    return several ? heading + " in {" + cell + "}" : heading + " = " + cell;
  }

  /** The text of a cell, if the row has it. */
  static Optional<String> cell(Transition row, String heading) {
    return cells(row).stream()
        .filter(cell -> cell.heading().equals(heading))
        .map(Cell::text)
        .findFirst();
  }

  /** All cells of a row in the order of the columns; what its own table omits is written out. */
  List<String> line(Transition row) {
    List<String> line = new ArrayList<>();
    left.forEach(heading -> line.add(cell(row, heading).orElse("-")));
    boolean promisesNothing = row.outcome().answer() == Outcome.Answer.FORBID;
    for (String heading : right) {
      line.add(cell(row, heading).orElse(promisesNothing ? "-" : absent(heading)));
    }
    return line;
  }

  private static String absent(String heading) {
    if (heading.endsWith("'")) {
      return "=";
    }
    return heading.equals("effects") ? "none" : "-";
  }
}
