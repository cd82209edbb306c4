package dev.foliospec.check;

import dev.foliospec.explore.Region;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Event;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows that would fill gaps, as they could be pasted: in the columns of a table that has all that
 * they ask, else as cards. What they do is for the author to say, and stands as {@code ?}.
 */
final class MissingRows {
  /** More rows than these are counted, not shown. */
  private static final int MOST_SHOWN = 12;

  private MissingRows() {}

  /** The help for gaps of an event. */
  static String of(Policy policy, Event event, List<Region> gaps) {
    List<Table> tables = new ArrayList<>();
    for (Table table : policy.bodies()) {
      if (table.on(event)) {
        tables.add(table);
      }
    }
    if (tables.isEmpty()) {
      return "write a table on `"
          + event.name()
          + "`, or say `lacks "
          + event.name()
          + " because \"...\"`";
    }
    for (Table table : tables) {
      if (!table.rows().isEmpty() && hasAll(table, gaps)) {
        return inColumns(table, Optional.of(event), gaps);
      }
    }
    return asCards(tables.get(0), Optional.of(event), gaps);
  }

  /** The help for gaps of a step. */
  static String of(Table step, List<Region> gaps) {
    return hasAll(step, gaps)
        ? inColumns(step, Optional.empty(), gaps)
        : asCards(step, Optional.empty(), gaps);
  }

  private static boolean hasAll(Table table, List<Region> gaps) {
    List<String> left = new ArrayList<>();
    if (table.rows().isEmpty()) {
      return false;
    }
    for (Cell cell : table.rows().get(0).cells()) {
      if (!cell.outcome()) {
        left.add(cell.heading());
      }
    }
    for (Region gap : gaps) {
      for (Slot slot : gap.values().keySet()) {
        if (!left.contains(slot.name())) {
          return false;
        }
      }
    }
    return !left.isEmpty();
  }

  private static String intro(Table table, int rows) {
    return (rows == 1 ? "add a row to `" : "add rows to `")
        + table.name()
        + "` and say what "
        + (rows == 1 ? "it does" : "they do")
        + ":";
  }

  private static String inColumns(Table table, Optional<Event> event, List<Region> gaps) {
    Transition model = table.rows().get(0);
    List<List<String>> lines = new ArrayList<>();
    List<String> headings = new ArrayList<>();
    headings.add("row");
    int divider = 1;
    for (Cell cell : model.cells()) {
      headings.add(cell.heading());
      divider += cell.outcome() ? 0 : 1;
    }
    lines.add(headings);
    int shown = Math.min(gaps.size(), MOST_SHOWN);
    for (int at = 0; at < shown; at++) {
      List<String> line = new ArrayList<>();
      line.add("NEW" + (at + 1));
      for (Cell cell : model.cells()) {
        line.add(cell(cell, table, event, gaps.get(at)));
      }
      lines.add(line);
    }
    StringBuilder text = new StringBuilder(intro(table, gaps.size()));
    int[] widths = new int[headings.size()];
    for (List<String> line : lines) {
      for (int at = 0; at < widths.length; at++) {
        widths[at] = Math.max(widths[at], line.get(at).length());
      }
    }
    for (List<String> line : lines) {
      text.append("\n|");
      for (int at = 0; at < widths.length; at++) {
        text.append(at == divider ? "| " : " ");
        text.append(line.get(at)).append(" ".repeat(widths[at] - line.get(at).length()));
        text.append(" |");
      }
    }
    return text.append(more(gaps.size() - shown)).toString();
  }

  private static String more(int left) {
    return left > 0 ? "\nand " + left + " more" : "";
  }

  private static String cell(Cell cell, Table table, Optional<Event> event, Region gap) {
    if (cell.outcome()) {
      return cell.heading().equals("why") ? "" : "?";
    }
    if (cell.heading().equals("event")) {
      return event.isPresent() && table.events().size() > 1 ? event.get().name() : "-";
    }
    for (Map.Entry<Slot, List<Value>> each : gap.values().entrySet()) {
      if (each.getKey().name().equals(cell.heading())) {
        return CellText.of(each.getKey().type(), each.getValue());
      }
    }
    return "-";
  }

  private static String asCards(Table table, Optional<Event> event, List<Region> gaps) {
    StringBuilder text = new StringBuilder(intro(table, gaps.size()));
    int shown = Math.min(gaps.size(), MOST_SHOWN);
    for (int at = 0; at < shown; at++) {
      text.append("\nrow NEW").append(at + 1).append(" of ").append(table.name());
      List<String> asked = new ArrayList<>();
      if (event.isPresent() && table.events().size() > 1) {
        asked.add("event = " + event.get().name());
      }
      for (Map.Entry<Slot, List<Value>> each : gaps.get(at).values().entrySet()) {
        asked.add(inExpression(each.getKey(), each.getValue()));
      }
      if (!asked.isEmpty()) {
        text.append("\n  when   ").append(String.join(", ", asked));
      }
      text.append(event.isPresent() ? "\n  answer ?" : "\n  does   ?");
    }
    return text.append(more(gaps.size() - shown)).toString();
  }

  private static String inExpression(Slot slot, List<Value> values) {
    String cell = CellText.of(slot.type(), values);
    if (values.size() == 1) {
      return slot.name() + " = " + cell;
    }
    if (cell.startsWith("<") || cell.startsWith(">")) {
      return slot.name() + " " + cell.charAt(0) + " " + cell.substring(1);
    }
    if (cell.startsWith("!") && !cell.startsWith("!{")) {
      return slot.name() + " != " + cell.substring(1);
    }
    List<String> names = new ArrayList<>();
    for (Value value : values) {
      names.add(value.name());
    }
    return slot.name() + " in {" + String.join(", ", names) + "}";
  }
}
