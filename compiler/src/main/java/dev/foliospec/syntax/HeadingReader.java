package dev.foliospec.syntax;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.grammar.FoliospecLexer;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.Nullable;

/** Reads the heading line of a table: which columns there are, and what their cells hold. */
final class HeadingReader {
  private final Words words;
  private final Complaints complaints;

  HeadingReader(Words words) {
    this.words = words;
    this.complaints = new Complaints(words);
  }

  /** The columns of a heading; empty after a message where the heading cannot be read. */
  Optional<List<ColumnSyntax>> read(Line line, Layout layout) {
    if (!isDividedAsItShould(line, layout)) {
      return Optional.empty();
    }
    List<ColumnSyntax> columns = new ArrayList<>();
    Map<String, ColumnSyntax> seen = new HashMap<>();
    boolean whole = true;
    for (Cursor cell : line.cells()) {
      boolean left = layout.isDivided() && columns.size() < line.divider();
      ColumnSyntax column = column(cell, layout, left);
      if (column == null) {
        return Optional.empty();
      }
      ColumnSyntax twin = seen.putIfAbsent((left ? "" : "|") + column.heading(), column);
      if (twin != null) {
        reportTwin(column, twin);
        whole = false;
      }
      whole &= columns.isEmpty() || isInPlace(column, layout, left);
      columns.add(column);
    }
    whole = whole && startsAsItShould(columns, line, layout) && hasAnswer(columns, line, layout);
    return whole ? Optional.of(columns) : Optional.empty();
  }

  private boolean isDividedAsItShould(Line line, Layout layout) {
    if (layout.isDivided() && line.divider() < 0) {
      words
          .found()
          .add(Diagnostic.of(
                  Rule.MISSING_DIVIDER,
                  words.at(line.first(), line.last()),
                  "this heading has no `||`")
              .withNote("`||` stands between the conditions and the outcome"));
      return false;
    }
    if ((!layout.isDivided() && line.divider() >= 0) || line.secondDivider().isPresent()) {
      reportSecondDivider(line, "this heading");
      return false;
    }
    return true;
  }

  /** Says that a line has a divider too many. */
  void reportSecondDivider(Line line, String what) {
    Span at = line.secondDivider().map(words::at).orElse(words.at(line.first(), line.last()));
    words
        .found()
        .add(
            line.secondDivider().isPresent()
                ? Diagnostic.of(Rule.SECOND_DIVIDER, at, what + " has a second `||`")
                    .withHelp("write `|` for all but one")
                : Diagnostic.of(Rule.SECOND_DIVIDER, at, what + " has a `||`, but no two sides")
                    .withHelp("write `|`"));
  }

  private @Nullable ColumnSyntax column(Cursor cell, Layout layout, boolean left) {
    if (cell.isEmpty()) {
      int[] gap = cell.gap();
      words
          .found()
          .add(Diagnostic.of(
                  Rule.BLANK_CELL, words.source().span(gap[0], gap[1]), "this heading is blank")
              .withHelp("name the column, or remove it"));
      return null;
    }
    Cursor heading = cell.again();
    if (!Cursor.isName(heading.type())) {
      return broken(heading);
    }
    CommonToken first = heading.next();
    Name name = words.name(first);
    Optional<Name> index = Optional.empty();
    if (heading.take(FoliospecLexer.LEFT_BRACKET)) {
      if (!Cursor.isValue(heading.type())) {
        return broken(heading);
      }
      index = Optional.of(words.name(heading.next()));
      if (!heading.take(FoliospecLexer.RIGHT_BRACKET)) {
        return broken(heading);
      }
    }
    boolean primed = heading.take(FoliospecLexer.PRIME);
    if (!heading.isDone()) {
      return broken(heading);
    }
    ColumnKind kind = primed
        ? ColumnKind.UPDATE
        : index.isPresent()
            ? left ? ColumnKind.CONDITION : ColumnKind.OUTPUT
            : kind(name.text(), layout, left);
    return new ColumnSyntax(kind, name, index, words.at(first, cell.last()));
  }

  private @Nullable ColumnSyntax broken(Cursor heading) {
    if (heading.isDone()) {
      int end = heading.last().getStopIndex() + 1;
      words.found().add(Rule.BAD_CELL, words.source().span(end, end), "this heading breaks off");
    } else if (!complaints.slip(heading.peek())) {
      words
          .found()
          .add(Diagnostic.of(
                  Rule.BAD_CELL,
                  words.at(heading.peek()),
                  complaints.quoted(heading.peek()) + " cannot stand in a heading")
              .withHelp("write a name, perhaps with an index and `'`: `x`, `x'`, `x[i]'`"));
    }
    return null;
  }

  private static ColumnKind kind(String name, Layout layout, boolean left) {
    ColumnKind special = switch (layout) {
      case PIVOT -> pivotKind(name);
      case SCENARIO -> scenarioKind(name);
      case TABLE, STEP, OVERRIDE -> left ? leftKind(name) : rightKind(name);
    };
    return special;
  }

  private static ColumnKind pivotKind(String name) {
    return switch (name) {
      case "policy" -> ColumnKind.POLICY;
      case "source" -> ColumnKind.SOURCE;
      case "status" -> ColumnKind.STATUS;
      case "why" -> ColumnKind.WHY;
      default -> ColumnKind.CONDITION;
    };
  }

  private static ColumnKind scenarioKind(String name) {
    return switch (name) {
      case "event" -> ColumnKind.EVENT;
      case "answer" -> ColumnKind.ANSWER;
      default -> ColumnKind.CONDITION;
    };
  }

  private static ColumnKind leftKind(String name) {
    return switch (name) {
      case "row" -> ColumnKind.ROW;
      case "event" -> ColumnKind.EVENT;
      case "replaces" -> ColumnKind.REPLACES;
      case "splits" -> ColumnKind.SPLITS;
      case "when" -> ColumnKind.WHEN;
      case "answer" -> ColumnKind.ANSWER;
      case "effects" -> ColumnKind.EFFECTS;
      case "source" -> ColumnKind.SOURCE;
      case "status" -> ColumnKind.STATUS;
      case "why" -> ColumnKind.WHY;
      default -> ColumnKind.CONDITION;
    };
  }

  private static ColumnKind rightKind(String name) {
    ColumnKind kind = leftKind(name);
    return kind == ColumnKind.CONDITION ? ColumnKind.OUTPUT : kind;
  }

  private void reportTwin(ColumnSyntax column, ColumnSyntax twin) {
    words
        .found()
        .add(Diagnostic.of(
                Rule.DUPLICATE_COLUMN,
                column.at(),
                "column `" + column.heading() + "` is written twice")
            .withRelated(twin.at(), "first here"));
  }

  /** Whether a column after the first stands on its side and in a table that may have it. */
  private boolean isInPlace(ColumnSyntax column, Layout layout, boolean left) {
    String trouble = switch (column.kind()) {
      case ROW, POLICY -> "stands first";
      case EVENT -> layout == Layout.SCENARIO ? "stands first" : left ? "" : "stands left of `||`";
      case WHEN -> left ? "" : "stands left of `||`";
      case REPLACES, SPLITS ->
        layout != Layout.OVERRIDE ? "belongs in an override" : left ? "" : "stands left of `||`";
      case UPDATE -> layout.isDivided() ? left ? "stands right of `||`" : "" : "belongs in a table";
      case ANSWER ->
        layout == Layout.STEP
            ? "belongs in a table: a step has no answer"
            : left ? "stands right of `||`" : "";
      case EFFECTS, SOURCE, STATUS, WHY -> left ? "stands right of `||`" : "";
      case OUTPUT -> layout == Layout.STEP ? "belongs in a table: a step has no outputs" : "";
      case CONDITION -> "";
    };
    if (trouble.isEmpty()) {
      return true;
    }
    words
        .found()
        .add(Rule.MISPLACED_COLUMN, column.at(), "column `" + column.heading() + "` " + trouble);
    return false;
  }

  private boolean startsAsItShould(List<ColumnSyntax> columns, Line line, Layout layout) {
    if (!columns.isEmpty() && columns.get(0).heading().equals(layout.firstHeading())) {
      return true;
    }
    Span at = columns.isEmpty() ? words.at(line.first()) : columns.get(0).at();
    words
        .found()
        .add(Diagnostic.of(
                Rule.MISSING_COLUMN, at, "the first column is not `" + layout.firstHeading() + "`")
            .withHelp("write a heading before the first row, column `" + layout.firstHeading()
                + "` first"));
    return false;
  }

  private boolean hasAnswer(List<ColumnSyntax> columns, Line line, Layout layout) {
    if ((layout != Layout.TABLE && layout != Layout.SCENARIO)
        || columns.stream().anyMatch(column -> column.kind() == ColumnKind.ANSWER)) {
      return true;
    }
    words
        .found()
        .add(Diagnostic.of(
                Rule.MISSING_COLUMN,
                words.at(line.first(), line.last()),
                "this heading has no column `answer`")
            .withNote(
                layout == Layout.TABLE
                    ? "every row of a table answers; only steps do not"
                    : "every step of a scenario is answered"));
    return false;
  }
}
