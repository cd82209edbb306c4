package dev.foliospec.syntax;

import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prints a file in the canonical layout: columns lined up, one row a line, comments and documentation
 * kept.
 *
 * <p>Formatting twice changes nothing, and what is formatted reads as the same tree. A construct with
 * a comment inside it is left as its author laid it out. A file with errors of writing is left as it
 * is.
 */
public final class Formatter {
  private static final int PAGE = 100;
  private static final int LINED_UP = 60;

  private final SourceFile source;
  private final Sheet sheet;

  private Formatter(FileSyntax file) {
    this.source = file.source();
    this.sheet = new Sheet(file);
  }

  /** The canonical text of a file. */
  public static String format(FileSyntax file) {
    if (!file.intact()) {
      return file.source().text();
    }
    Formatter formatter = new Formatter(file);
    file.units().forEach(formatter::unit);
    return formatter.sheet.finish();
  }

  private void unit(UnitSyntax unit) {
    List<Entry> members = new ArrayList<>();
    unit.members().forEach(member -> members.add(new Entry(member)));
    int limit = members.isEmpty() ? unit.at().end() : members.get(0).start();
    if (unit instanceof PoliciesSyntax pivot && !pivot.columns().isEmpty()) {
      limit = lineStart(pivot.columns().get(0));
    }
    List<String> lines = wrapped(DeclarationText.head(unit), 0);
    sheet.write(element(unit.at().start(), limit, unit.doc(), lines, true), 0);
    if (unit instanceof PoliciesSyntax pivot) {
      grid(pivot.columns(), rows(pivot.rows()), 0);
    }
    for (int index = 0; index < members.size(); ) {
      index = members.get(index).isBlock() ? block(members, index) : lines(members, index);
    }
  }

  /** A declaration and how it is written. */
  private record Entry(DeclarationSyntax declaration) {
    boolean isBlock() {
      return declaration instanceof TableSyntax
          || declaration instanceof CardSyntax
          || declaration instanceof PropertySyntax
          || declaration instanceof ScenarioSyntax;
    }

    /** Where it starts, documentation before it included. */
    int start() {
      int start = declaration.at().start();
      return declaration.doc().map(doc -> Math.min(doc.at().start(), start)).orElse(start);
    }
  }

  private Sheet.Element element(
      int start, int limit, Optional<DocSyntax> doc, List<String> lines, boolean spaced) {
    int end = sheet.contentEnd(start, limit, doc);
    return new Sheet.Element(start, end, doc, lines, spaced);
  }

  private int lineStart(ColumnSyntax column) {
    return source.lineStart(column.at().line());
  }

  private int block(List<Entry> members, int index) {
    DeclarationSyntax member = members.get(index).declaration();
    if (member instanceof TableSyntax table) {
      table(table);
    } else if (member instanceof ScenarioSyntax scenario) {
      scenario(scenario);
    } else {
      List<String> lines = member instanceof PropertySyntax property
          ? DeclarationText.lines(property)
          : DeclarationText.lines((CardSyntax) member);
      sheet.write(
          new Sheet.Element(member.at().start(), member.at().end(), member.doc(), lines, true), 0);
    }
    return index + 1;
  }

  private void table(TableSyntax table) {
    int limit =
        table.columns().isEmpty() ? table.at().end() : lineStart(table.columns().get(0));
    List<String> lines = wrapped(DeclarationText.head(table), 0);
    sheet.write(element(table.at().start(), limit, table.doc(), lines, true), 0);
    int divider = 0;
    for (ColumnSyntax column : table.columns()) {
      divider += isLeft(column.kind()) ? 1 : 0;
    }
    grid(table.columns(), rows(table.rows()), divider);
  }

  private static boolean isLeft(ColumnKind kind) {
    return switch (kind) {
      case ROW, EVENT, REPLACES, SPLITS, WHEN, CONDITION -> true;
      case POLICY, ANSWER, UPDATE, OUTPUT, EFFECTS, SOURCE, STATUS, WHY -> false;
    };
  }

  private void scenario(ScenarioSyntax scenario) {
    int limit = scenario.columns().isEmpty()
        ? scenario.at().end()
        : lineStart(scenario.columns().get(0));
    List<String> lines = DeclarationText.lines(scenario);
    sheet.write(element(scenario.at().start(), limit, scenario.doc(), lines, true), 0);
    List<GridRow> rows = new ArrayList<>();
    for (ScenarioStepSyntax step : scenario.steps()) {
      List<String> cells = new ArrayList<>(List.of(DeclarationText.call(step.call())));
      step.cells().forEach(cell -> cells.add(cell.word().text()));
      rows.add(new GridRow(step.at().start(), step.at().end(), step.doc(), cells));
    }
    grid(scenario.columns(), rows, 0);
  }

  /** A row of a table, a pivot or a scenario, as texts. */
  private record GridRow(int start, int end, Optional<DocSyntax> doc, List<String> cells) {}

  private static List<GridRow> rows(List<RowSyntax> rows) {
    List<GridRow> texts = new ArrayList<>();
    for (RowSyntax row : rows) {
      List<String> cells = new ArrayList<>();
      cells.add(row.id() + row.alternativeTo().map(other -> " or " + other).orElse(""));
      row.cells().forEach(cell -> cells.add(CellText.of(cell.content())));
      texts.add(new GridRow(row.at().start(), row.at().end(), row.doc(), cells));
    }
    return texts;
  }

  private void grid(List<ColumnSyntax> columns, List<GridRow> rows, int divider) {
    if (columns.isEmpty()) {
      return;
    }
    List<String> headings = columns.stream().map(ColumnSyntax::heading).toList();
    List<List<String>> lines = new ArrayList<>();
    lines.add(headings);
    rows.forEach(row -> lines.add(row.cells()));
    Columns widths = new Columns(lines, divider);
    sheet.space(false);
    int start = columns.get(0).at().start();
    int end = columns.get(columns.size() - 1).at().end();
    Optional<DocSyntax> none = Optional.empty();
    sheet.write(new Sheet.Element(start, end, none, List.of(widths.line(headings)), false), 0);
    sheet.border(
        widths.border(), end, rows.isEmpty() ? Integer.MAX_VALUE : rows.get(0).start());
    for (GridRow row : rows) {
      List<String> line = List.of(widths.line(row.cells()));
      sheet.write(new Sheet.Element(row.start(), row.end(), row.doc(), line, false), 0);
    }
    sheet.space(true);
  }

  /** Writes neighbours of one kind, lined up; the index of the first that is not one of them. */
  private int lines(List<Entry> members, int from) {
    DeclarationSyntax first = members.get(from).declaration();
    int to = from + 1;
    while (to < members.size()
        && isNeighbour(members.get(to - 1), members.get(to))
        && DeclarationText.keyword(members.get(to).declaration())
            .equals(DeclarationText.keyword(first))) {
      to++;
    }
    List<List<String>> parts = new ArrayList<>();
    int head = 0;
    for (Entry entry : members.subList(from, to)) {
      List<String> written = DeclarationText.parts(entry.declaration());
      parts.add(written);
      boolean counts = written.size() > 1 && written.get(0).length() <= LINED_UP / 2;
      head = counts ? Math.max(head, written.get(0).length()) : head;
    }
    List<Sheet.Element> elements = new ArrayList<>();
    int column = 0;
    for (int index = 0; index < parts.size(); index++) {
      DeclarationSyntax member = members.get(from + index).declaration();
      List<String> written = wrapped(parts.get(index), head);
      Sheet.Element element =
          new Sheet.Element(member.at().start(), member.at().end(), member.doc(), written, false);
      elements.add(element);
      int width = written.get(written.size() - 1).length();
      if (!sheet.isMixed(element)
          && width <= LINED_UP
          && sheet.trailing(element).isPresent()) {
        column = Math.max(column, width + 2);
      }
    }
    for (Sheet.Element element : elements) {
      sheet.write(element, column);
    }
    return to;
  }

  private boolean isNeighbour(Entry above, Entry below) {
    // Documentation may stand before a declaration and go on after it.
    int own = above.declaration().at().end();
    int end =
        above.declaration().doc().map(doc -> Math.max(own, doc.at().end())).orElse(own);
    return !below.isBlock()
        && source.lineAt(below.start()) <= source.lineAt(end) + 1
        && !sheet.isParted(end, below.declaration().at().start());
  }

  /** Parts on one line, the second lined up at a column, or on several where one is too long. */
  private static List<String> wrapped(List<String> parts, int head) {
    String first = parts.get(0);
    if (parts.size() == 1) {
      return List.of(first);
    }
    String padded = first + " ".repeat(Math.max(0, head - first.length()));
    String one = padded + " " + String.join(" ", parts.subList(1, parts.size()));
    if (one.length() <= PAGE || parts.size() == 2) {
      return List.of(one);
    }
    boolean alternatives = parts.get(2).startsWith("| ") || parts.get(2).startsWith("< ");
    return alternatives ? filled(padded, parts) : broken(parts);
  }

  /** The values of a type on as few lines as hold them. */
  private static List<String> filled(String padded, List<String> parts) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(padded);
    for (String part : parts.subList(1, parts.size())) {
      if (line.length() + 1 + part.length() > PAGE && line.length() > padded.length()) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(padded.length()));
      }
      line.append(' ').append(part);
    }
    lines.add(line.toString());
    return lines;
  }

  /** Each part of a head on a line of its own. */
  private static List<String> broken(List<String> parts) {
    List<String> lines = new ArrayList<>(List.of(parts.get(0)));
    parts.subList(1, parts.size()).forEach(part -> lines.add("  " + part));
    return lines;
  }
}
