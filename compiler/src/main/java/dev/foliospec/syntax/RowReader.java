package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.grammar.FoliospecParser.RowContext;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines with bars: the heading, then rows, each of one line or of several that go on column by
 * column.
 */
final class RowReader {
  private final Words words;
  private final Documentation documentation;
  private final HeadingReader headings;
  private final CellReader cells;
  private final Complaints complaints;

  RowReader(Words words, Documentation documentation, CellReader cells) {
    this.words = words;
    this.documentation = documentation;
    this.headings = new HeadingReader(words);
    this.cells = cells;
    this.complaints = new Complaints(words);
  }

  /** Reads all lines under a head. */
  Grid read(List<RowContext> written, Layout layout) {
    if (written.isEmpty()) {
      return Grid.EMPTY;
    }
    CommonToken[] tokens = words.tokens().visible();
    List<Line> lines = new ArrayList<>(written.size());
    written.forEach(row -> lines.add(Line.of(row, tokens)));
    Line heading = lines.get(0);
    if (isDamaged(heading, lines)) {
      return Grid.EMPTY;
    }
    Optional<List<ColumnSyntax>> columns = headings.read(heading, layout);
    if (columns.isEmpty()) {
      return Grid.EMPTY;
    }
    Rows rows = new Rows(heading, columns.get(), layout);
    for (int index = 1; index < lines.size(); index++) {
      Line line = lines.get(index);
      if (!line.isBorder()) {
        rows.add(line);
      } else if (index > 1) {
        words
            .found()
            .add(
                Rule.SYNTAX,
                words.at(line.first(), line.last()),
                "a line of dashes belongs below the heading");
      }
    }
    return rows.finish();
  }

  /** Whether the line of dashes shows that a heading lost a part, which is reported. */
  private boolean isDamaged(Line heading, List<Line> lines) {
    int width = heading.cells().size();
    if (heading.isCutOff() && !heading.isClosed()) {
      return true;
    }
    if (heading.isBorder()) {
      if (words.slips().count() == 0) {
        words
            .found()
            .add(
                Rule.MISSING_COLUMN,
                words.at(heading.first(), heading.last()),
                "this line of dashes has no heading above it");
      }
      return true;
    }
    if (lines.size() > 2 && !heading.isClosed() && lines.get(2).isBorder()) {
      int rest = lines.get(1).cells().size();
      int whole = lines.get(2).cells().size();
      if (width + rest == whole || width + rest == whole + 1) {
        complaints.wrappedRow(lines.get(1).first());
        return true;
      }
    }
    if (lines.size() < 3 || !lines.get(1).isBorder()) {
      return false;
    }
    int others = lines.get(1).cells().size();
    if (others == width || lines.get(2).cells().size() != others) {
      return false;
    }
    words
        .found()
        .add(Diagnostic.of(
                Rule.ROW_WIDTH,
                words.at(heading.first(), heading.last()),
                "this heading has " + cellCount(width) + ", the lines below it " + others)
            .withHelp("name each column once"));
    return true;
  }

  private static String cellCount(int cells) {
    return cells == 1 ? "1 cell" : cells + " cells";
  }

  /** The rows of one table while they are gathered. */
  private final class Rows {
    private final Line heading;
    private final List<ColumnSyntax> columns;
    private final Layout layout;
    private final List<RowSyntax> rows = new ArrayList<>();
    private final List<ScenarioStepSyntax> steps = new ArrayList<>();
    private final List<Line> open = new ArrayList<>();
    private final Set<ColumnSyntax> brokenColumns = new HashSet<>();
    private boolean wrapped;

    Rows(Line heading, List<ColumnSyntax> columns, Layout layout) {
      this.heading = heading;
      this.columns = columns;
      this.layout = layout;
    }

    void add(Line line) {
      if (!open.isEmpty() && goesOn(line)) {
        open.add(line);
        return;
      }
      if (!open.isEmpty() && line.isUnnamed() && !fits(open.get(0))) {
        open.add(line);
        return;
      }
      if (!open.isEmpty() && isRestOf(open.get(open.size() - 1), line)) {
        complaints.wrappedRow(line.first());
        wrapped = true;
        close();
        return;
      }
      close();
      if (line.isUnnamed()) {
        reportForgottenId(line);
      } else {
        open.add(line);
      }
    }

    Grid finish() {
      close();
      return new Grid(columns, rows, steps);
    }

    /** Whether a line is what a mail program cut off the one above, before one of its bars. */
    private boolean isRestOf(Line above, Line line) {
      int width = above.cells().size();
      return !above.isClosed()
          && width < columns.size()
          && width + line.cells().size() == columns.size();
    }

    /** Whether a line with a blank first cell goes on with the open row. */
    private boolean goesOn(Line line) {
      List<Cursor> more = line.cells();
      if (!line.isUnnamed() || more.size() > columns.size()) {
        return false;
      }
      boolean any = false;
      boolean broken = false;
      for (int index = 0; index < more.size(); index++) {
        Cursor cell = more.get(index);
        if (!cell.isEmpty()) {
          any = true;
          Cursor above = above(index);
          if (above != null && isOpen(above.last().getType(), above.length())) {
            return true;
          }
          broken |= columns.get(index).kind() != ColumnKind.WHY && !joins(above, cell);
        }
      }
      return any && !broken;
    }

    private @Nullable Cursor above(int index) {
      for (int line = open.size() - 1; line >= 0; line--) {
        List<Cursor> cells = open.get(line).cells();
        if (index < cells.size() && !cells.get(index).isEmpty()) {
          return cells.get(index);
        }
      }
      return null;
    }

    private void reportForgottenId(Line line) {
      int bar = line.first().getStartIndex();
      words
          .found()
          .add(Diagnostic.of(
                  Rule.FORGOTTEN_ROW_ID,
                  words.source().span(bar, bar + 1),
                  "this " + rowNoun() + " has a blank first cell")
              .withNote("a line goes on with the row above only where a comma or an operator breaks"
                  + " each cell")
              .withHelp("name it in column `" + layout.firstHeading() + "`"));
    }

    private String rowNoun() {
      return layout == Layout.SCENARIO ? "step" : "row";
    }

    private void close() {
      if (open.isEmpty()) {
        return;
      }
      Line first = open.get(0);
      CommonToken last = open.get(open.size() - 1).last();
      Optional<DocSyntax> doc = documentation.of(first.first(), last);
      Span at = words.at(first.first(), last);
      if (layout == Layout.SCENARIO) {
        step(first, doc, at);
      } else {
        row(first, doc, at);
      }
      open.clear();
      wrapped = false;
    }

    private void row(Line first, Optional<DocSyntax> doc, Span at) {
      Cursor named = first.cells().get(0).again();
      ColumnSyntax column = columns.get(0);
      Name id = layout == Layout.PIVOT ? dotted(named) : value(named);
      Optional<Name> alternativeTo = Optional.empty();
      if (id != null && layout != Layout.PIVOT && named.take(FoliospecLexer.OR)) {
        alternativeTo = Optional.ofNullable(value(named));
      }
      if (id == null || !named.isDone()) {
        cells.report(column, named, "this row");
        return;
      }
      String label = "row " + id.text();
      List<CellSyntax> built = new ArrayList<>(columns.size());
      if (isInShape(label)) {
        readCells(label, built);
      } else {
        for (int index = 1; index < columns.size(); index++) {
          built.add(new CellSyntax(columns.get(index), new CellContent.Broken(), at));
        }
      }
      rows.add(new RowSyntax(id, alternativeTo, built, doc, at));
    }

    private void readCells(String label, List<CellSyntax> built) {
      List<ColumnSyntax> blank = new ArrayList<>();
      Span firstBlank = null;
      for (int index = 1; index < columns.size(); index++) {
        ColumnSyntax column = columns.get(index);
        Cursor cell = merged(index);
        Span at;
        CellContent content;
        if (!cell.isEmpty()) {
          at = words.at(cell.first(), cell.last());
          content = content(column, cell, label);
        } else {
          at = blank(index);
          boolean allowed = column.kind() == ColumnKind.WHY;
          content = allowed ? new CellContent.Prose("", false) : new CellContent.Broken();
          if (!allowed) {
            firstBlank = firstBlank == null ? at : firstBlank;
            blank.add(column);
          }
        }
        built.add(new CellSyntax(column, content, at));
      }
      if (firstBlank != null) {
        reportBlank(label, blank, firstBlank);
      }
    }

    private CellContent content(ColumnSyntax column, Cursor cell, String label) {
      boolean trait = layout == Layout.PIVOT && column.kind() == ColumnKind.CONDITION;
      // A heading such as a misspelt `source` is read as a trait or an output, and wrong only once.
      if (brokenColumns.contains(column)) {
        return new CellContent.Broken();
      }
      CellContent content =
          trait ? cells.alternatives(column, cell, label) : cells.read(column, cell, label);
      if (content instanceof CellContent.Broken && (trait || column.kind() == ColumnKind.OUTPUT)) {
        brokenColumns.add(column);
      }
      return content;
    }

    /** Where a blank cell of the open row lies. */
    private Span blank(int index) {
      int[] gap = open.get(0).cells().get(index).gap();
      return words.source().span(gap[0], gap[1]);
    }

    private void reportBlank(String label, List<ColumnSyntax> blank, Span at) {
      String names =
          blank.stream().map(each -> "`" + each.heading() + "`").collect(Collectors.joining(", "));
      words
          .found()
          .add(Diagnostic.of(
                  Rule.BLANK_CELL,
                  at,
                  (blank.size() == 1 ? "cell " : "cells ")
                      + names
                      + " of "
                      + label
                      + (blank.size() == 1 ? " is blank" : " are blank"))
              .withHelp("write `-` for no condition or no output, `=` for no change"));
    }

    private void step(Line first, Optional<DocSyntax> doc, Span at) {
      Cursor named = first.cells().get(0).again();
      CallSyntax call = call(named);
      if (call == null || !named.isDone()) {
        cells.report(columns.get(0), named, "this step");
        return;
      }
      String label = "step `" + call.event().text() + "`";
      if (!isInShape(label)) {
        return;
      }
      List<ExpectationSyntax> expected = new ArrayList<>();
      List<ColumnSyntax> blank = new ArrayList<>();
      Span firstBlank = null;
      for (int index = 1; index < columns.size(); index++) {
        Cursor cell = merged(index);
        if (cell.isEmpty()) {
          firstBlank = firstBlank == null ? blank(index) : firstBlank;
          blank.add(columns.get(index));
        } else {
          boolean word = Cursor.isValue(cell.type()) || cell.type() == FoliospecLexer.MINUS;
          if (word) {
            expected.add(new ExpectationSyntax(columns.get(index), words.name(cell.next())));
          }
          if (!word || !cell.isDone()) {
            reportExpectation(columns.get(index), cell, label);
          }
        }
      }
      if (firstBlank != null) {
        reportBlank(label, blank, firstBlank);
      }
      steps.add(new ScenarioStepSyntax(call, expected, doc, at));
    }

    private void reportExpectation(ColumnSyntax column, Cursor cell, String label) {
      words
          .found()
          .add(Diagnostic.of(
                  Rule.BAD_CELL,
                  words.at(cell.peek()),
                  "cell `" + column.heading() + "` of " + label + " is not one word")
              .withLabel("not expected here")
              .withHelp("write `ok`, an error, a value, `-` or `any`"));
    }

    /** Whether the open row has the heading's width and divider; reports it if not. */
    private boolean isInShape(String label) {
      if (wrapped) {
        return false;
      }
      for (Line line : open) {
        boolean fits = fits(line);
        // The rest of a line that a mail program cut has been reported where it stands.
        if (!fits && (line.isCutOff() || !isDivided(line, label) || !isWide(line, label))) {
          return false;
        }
      }
      return true;
    }

    private boolean fits(Line line) {
      return line.cells().size() == columns.size()
          && line.divider() == heading.divider()
          && line.secondDivider().isEmpty();
    }

    private boolean isDivided(Line line, String label) {
      Span at = words.at(line.first(), line.last());
      if (!layout.isDivided()) {
        if (line.divider() >= 0) {
          headings.reportSecondDivider(line, label);
          return false;
        }
        return true;
      }
      if (line.divider() < 0) {
        words
            .found()
            .add(Diagnostic.of(Rule.MISSING_DIVIDER, at, label + " has no `||`")
                .withRelated(besideDivider(), whereDivided()));
        return false;
      }
      if (line.secondDivider().isPresent()) {
        headings.reportSecondDivider(line, label);
        return false;
      }
      if (line.divider() != heading.divider() && line.cells().size() == columns.size()) {
        words
            .found()
            .add(Diagnostic.of(
                    Rule.DIVIDER_ELSEWHERE,
                    at,
                    label
                        + " has "
                        + cellCount(line.divider())
                        + " before its `||`, the heading "
                        + heading.divider())
                .withRelated(besideDivider(), whereDivided()));
        return false;
      }
      return true;
    }

    /** The heading's column before its {@code ||}, or the first one where none is before it. */
    private Span besideDivider() {
      return columns.get(Math.max(0, heading.divider() - 1)).at();
    }

    private String whereDivided() {
      return "in the heading it stands " + (heading.divider() > 0 ? "after" : "before") + " this";
    }

    private boolean isWide(Line line, String label) {
      int width = line.cells().size();
      boolean divided = !layout.isDivided() || line.divider() == heading.divider();
      if (width == columns.size() && divided) {
        return true;
      }
      boolean left = layout.isDivided() && !divided;
      int has = left ? line.divider() : width;
      int wanted = left ? heading.divider() : columns.size();
      words
          .found()
          .add(Diagnostic.of(
                  Rule.ROW_WIDTH,
                  widthSpan(line),
                  label
                      + " has "
                      + cellCount(has)
                      + (left ? " before `||`" : "")
                      + ", its heading "
                      + wanted)
              .withHelp(
                  has > wanted
                      ? "remove a cell or a `|`"
                      : "add the cells that are missing; `-` and `=` stand for nothing special"));
      return false;
    }

    private Span widthSpan(Line line) {
      List<Cursor> all = line.cells();
      if (all.size() > columns.size()) {
        Cursor extra = all.get(columns.size());
        if (!extra.isEmpty()) {
          return words.at(extra.first(), line.last());
        }
      }
      return words.at(line.last());
    }

    /** A cell with what continuation lines add to it. */
    private Cursor merged(int index) {
      Cursor only = open.get(0).cells().get(index);
      if (open.size() == 1) {
        return only;
      }
      List<CommonToken> all = new ArrayList<>();
      for (Line line : open) {
        if (index < line.cells().size()) {
          Cursor part = line.cells().get(index).again();
          while (!part.isDone()) {
            all.add(part.next());
          }
        }
      }
      return new Cursor(all.toArray(CommonToken[]::new), 0, all.size());
    }
  }

  /** Whether a comma or an operator breaks a cell between two lines. */
  private static boolean joins(@Nullable Cursor above, Cursor below) {
    if (above == null) {
      return false;
    }
    return isOpen(above.last().getType(), above.length())
        || isOpen(below.first().getType(), below.length());
  }

  private static boolean isOpen(int type, int length) {
    return switch (type) {
      case FoliospecLexer.COMMA,
          FoliospecLexer.AND,
          FoliospecLexer.OR,
          FoliospecLexer.IMPLIES,
          FoliospecLexer.NOT,
          FoliospecLexer.SLASH -> true;
      case FoliospecLexer.EQUAL,
          FoliospecLexer.NOT_EQUAL,
          FoliospecLexer.LESS_THAN,
          FoliospecLexer.MORE_THAN,
          FoliospecLexer.AT_MOST,
          FoliospecLexer.AT_LEAST,
          FoliospecLexer.IN,
          FoliospecLexer.PLUS,
          FoliospecLexer.MINUS -> length > 1;
      default -> false;
    };
  }

  private @Nullable Name value(Cursor cell) {
    return Cursor.isValue(cell.type()) ? words.name(cell.next()) : null;
  }

  private @Nullable Name dotted(Cursor cell) {
    if (!Cursor.isName(cell.type())) {
      return null;
    }
    CommonToken first = cell.next();
    CommonToken last = first;
    StringBuilder name = new StringBuilder(words.of(first));
    while (cell.take(FoliospecLexer.DOT)) {
      if (!Cursor.isName(cell.type())) {
        return null;
      }
      last = cell.next();
      name.append('.').append(words.of(last));
    }
    return new Name(name.toString(), words.at(first, last));
  }

  /** An event with arguments. */
  private @Nullable CallSyntax call(Cursor cell) {
    if (!Cursor.isName(cell.type())) {
      return null;
    }
    CommonToken first = cell.next();
    List<Name> arguments = new ArrayList<>();
    if (cell.take(FoliospecLexer.LEFT_PARENTHESIS)
        && !cell.take(FoliospecLexer.RIGHT_PARENTHESIS)) {
      do {
        if (!Cursor.isValue(cell.type()) && cell.type() != FoliospecLexer.MINUS) {
          return null;
        }
        arguments.add(words.name(cell.next()));
      } while (cell.take(FoliospecLexer.COMMA));
      if (!cell.take(FoliospecLexer.RIGHT_PARENTHESIS)) {
        return null;
      }
    }
    return new CallSyntax(words.name(first), arguments, words.at(first, cell.last()));
  }
}
