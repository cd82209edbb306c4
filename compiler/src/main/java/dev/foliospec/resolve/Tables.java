package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Cell;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Guard;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.CardSyntax;
import dev.foliospec.syntax.CellContent;
import dev.foliospec.syntax.CellSyntax;
import dev.foliospec.syntax.CellText;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.ColumnSyntax;
import dev.foliospec.syntax.DeleteSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.RowSyntax;
import dev.foliospec.syntax.TableSyntax;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Works the tables, steps, overrides, cards and deletions of one policy into its flat form. */
final class Tables {
  private final Flat flat;
  private final Reporter report;
  private final Conditions conditions;
  private final Outcomes outcomes;
  private final Expressions expressions;
  private final Groundings groundings;

  /** The rows of the override under way, which are not in their table yet. */
  private final Map<String, Transition> coming = new LinkedHashMap<>();

  /** The rows that change inherited tables, not yet worked in. */
  private final Map<DraftTable, List<Part>> pending = new LinkedHashMap<>();

  Tables(Flat flat, Reporter report) {
    this.flat = flat;
    this.report = report;
    this.conditions = new Conditions(flat.scope, report);
    this.outcomes = new Outcomes(flat.scope, report);
    this.expressions = new Expressions(flat.scope, report);
    this.groundings = new Groundings(flat.scope, report);
  }

  /** Adds a table or step, or changes an inherited one. */
  void add(TableSyntax written) {
    if (written.kind() == TableSyntax.Kind.OVERRIDE) {
      override(written);
    } else {
      declare(written);
    }
  }

  private void declare(TableSyntax written) {
    Optional<DraftTable> taken = flat.table(written.name().text());
    if (taken.isPresent()) {
      report.report(Diagnostic.of(
              Rule.DUPLICATE_NAME,
              written.name().at(),
              "a table or step named `" + written.name() + "` is there already")
          .withRelated(taken.get().at, "declared here")
          .withHelp("write `override " + written.name() + "` to change its rows"));
      return;
    }
    boolean step = written.kind() == TableSyntax.Kind.STEP;
    Table.Kind kind = switch (written.kind()) {
      case STEP -> Table.Kind.STEP;
      case CHECKS -> Table.Kind.CHECKS;
      default -> Table.Kind.BODY;
    };
    List<Event> events = step ? List.of() : events(written);
    Map<String, Parameter> parameters = DraftTable.parameters(events);
    Optional<Expression> where = written
        .where()
        .flatMap(each ->
            expressions.bind(each, Expressions.Place.ROW, Conditions.shared(events, parameters)));
    Grounds grounds = groundings.of(written.grounds(), flat.grounds);
    DraftTable table = new DraftTable(
        written.name().text(),
        kind,
        events,
        where,
        written.columns().stream().map(ColumnSyntax::heading).toList(),
        flat.name,
        grounds,
        Declarations.text(written.doc()),
        written.name().at());
    place(table, written);
    columns(written.columns(), kind, events, written);
    for (RowSyntax row : written.rows()) {
      row(row, table, grounds, List.of()).ifPresent(table.rows::add);
    }
  }

  private List<Event> events(TableSyntax written) {
    List<Event> events = new ArrayList<>();
    for (Name name : written.events()) {
      Optional<Event> event = flat.scope.event(name.text());
      if (event.isEmpty()) {
        report.unknown(name, "event", flat.scope.events(), flat.scope);
      } else if (events.stream().anyMatch(each -> each.name().equals(name.text()))) {
        report.report(Rule.DUPLICATE_NAME, name.at(), "the event `" + name + "` is written twice");
      } else {
        events.add(event.get());
      }
    }
    return events;
  }

  private void place(DraftTable table, TableSyntax written) {
    if (written.placement().isEmpty()) {
      flat.tables.add(table);
      return;
    }
    Name other = written.placement().get().table();
    Optional<DraftTable> beside = flat.table(other.text());
    if (beside.isEmpty()) {
      report.unknown(other, "table", flat.tables.stream().map(each -> each.name).toList());
      flat.tables.add(table);
      return;
    }
    int at = flat.tables.indexOf(beside.get());
    flat.tables.add(written.placement().get().before() ? at : at + 1, table);
  }

  private void columns(
      List<ColumnSyntax> columns, Table.Kind kind, List<Event> events, TableSyntax written) {
    boolean answers = columns.stream().anyMatch(each -> each.kind() == ColumnKind.ANSWER);
    if (kind != Table.Kind.STEP && !answers && !columns.isEmpty()) {
      report.report(
          Rule.MISSING_COLUMN,
          written.name().at(),
          "the table `" + written.name() + "` has no column `answer`");
    }
    for (ColumnSyntax column : columns) {
      boolean misplaced = kind == Table.Kind.STEP
          && (column.kind() == ColumnKind.ANSWER
              || column.kind() == ColumnKind.EVENT
              || column.kind() == ColumnKind.OUTPUT);
      boolean overriding = written.kind() != TableSyntax.Kind.OVERRIDE
          && (column.kind() == ColumnKind.REPLACES || column.kind() == ColumnKind.SPLITS);
      if (misplaced) {
        report.report(Diagnostic.of(
                Rule.MISPLACED_COLUMN,
                column.at(),
                "a step has no column `" + column.heading() + "`")
            .withNote("a step does something; the rows that call it answer"));
      } else if (overriding) {
        report.report(Diagnostic.of(
                Rule.MISPLACED_COLUMN,
                column.at(),
                "only an override has a column `" + column.heading() + "`")
            .withHelp("begin the table with `override " + written.name() + "`"));
      } else if (column.kind() == ColumnKind.OUTPUT) {
        output(column, events);
      } else if (column.kind() == ColumnKind.CONDITION) {
        conditions.meaning(column, parameters(kind, events));
      }
    }
  }

  private void output(ColumnSyntax column, List<Event> events) {
    boolean known = flat.scope.meaning(column.name().text()).orElse(null) instanceof Output;
    if (!known && !events.isEmpty()) {
      Set<String> names = new LinkedHashSet<>();
      events.forEach(event -> event.outputs().forEach(output -> names.add(output.name())));
      report.unknown(column.name(), "output of this table's events", names);
    }
  }

  private void override(TableSyntax written) {
    Optional<DraftTable> found = flat.table(written.name().text());
    if (found.isEmpty()) {
      report.unknown(
          written.name(),
          "inherited table or step",
          flat.tables.stream().map(each -> each.name).toList());
      return;
    }
    DraftTable table = found.get();
    if (written.entirely()) {
      Grounds why = groundings.of(written.grounds(), flat.grounds);
      if (why.why().isEmpty() || why.sources().isEmpty()) {
        report.report(Diagnostic.of(
                Rule.NO_SOURCE,
                written.name().at(),
                "the override starts `" + table.name + "` afresh without a reason")
            .withHelp("write `because \"...\" source ...`"));
      }
      table.rows.clear();
    }
    columns(written.columns(), table.kind, table.events, written);
    Grounds grounds = groundings.of(written.grounds(), flat.grounds);
    written.rows().forEach(row -> change(table, new Part(row, written.columns(), grounds)));
  }

  /** A row written as a card: of a table declared here, or an override of an inherited one. */
  void card(CardSyntax written) {
    Optional<DraftTable> found = flat.table(written.table().text());
    if (found.isEmpty()) {
      report.unknown(
          written.table(),
          "table or step",
          flat.tables.stream().map(each -> each.name).toList());
      return;
    }
    RowSyntax row = outputsSet(written.row());
    List<ColumnSyntax> columns = row.cells().stream().map(CellSyntax::column).toList();
    DraftTable table = found.get();
    if (table.owner.equals(flat.name)) {
      override(table, List.of(new Part(row, columns, table.grounds)));
    } else {
      change(table, new Part(row, columns, flat.grounds));
    }
  }

  /** A card whose clause {@code sets} names outputs, with columns for these. */
  private RowSyntax outputsSet(RowSyntax row) {
    List<CellSyntax> cells = new ArrayList<>();
    for (CellSyntax cell : row.cells()) {
      ColumnSyntax column = cell.column();
      boolean output = column.kind() == ColumnKind.UPDATE
          && flat.scope.meaning(column.name().text()).orElse("") instanceof Output;
      cells.add(
          output
              ? new CellSyntax(
                  new ColumnSyntax(ColumnKind.OUTPUT, column.name(), column.index(), column.at()),
                  cell.content(),
                  cell.at())
              : cell);
    }
    return new RowSyntax(row.id(), row.alternativeTo(), cells, row.doc(), row.at());
  }

  /** A row that changes an inherited table, with the columns that it has and what it rests on. */
  private record Part(RowSyntax row, List<ColumnSyntax> columns, Grounds grounds) {}

  private void change(DraftTable table, Part part) {
    pending.computeIfAbsent(table, each -> new ArrayList<>()).add(part);
  }

  /**
   * Works in the rows that change inherited tables: all that a policy says of one table together, so
   * that each speaks of the rows that were there before.
   */
  void finish() {
    pending.forEach(this::override);
    pending.clear();
  }

  private record Change(Draft row, List<RowId> replaced, List<RowId> split) {}

  private void override(DraftTable table, List<Part> parts) {
    List<Change> changes = new ArrayList<>();
    Set<RowId> replaced = new LinkedHashSet<>();
    Map<RowId, Span> split = new LinkedHashMap<>();
    Set<String> there = new LinkedHashSet<>();
    table.rows.forEach(each -> there.add(each.row().id().id()));
    coming.clear();
    for (Part part : parts) {
      RowSyntax row = part.row();
      List<Transition> replacing = named(row, ColumnKind.REPLACES, table, there);
      List<Transition> splitting = named(row, ColumnKind.SPLITS, table, there);
      replacing.forEach(each -> replaced.add(each.id()));
      splitting.forEach(each -> split.put(each.id(), cellAt(row, ColumnKind.SPLITS)));
      List<Transition> bases = new ArrayList<>(replacing);
      bases.addAll(splitting);
      omitted(row, part.columns(), bases, table);
      row(row, table, part.grounds(), bases).ifPresent(draft -> {
        coming.put(draft.row().id().id(), draft.row());
        changes.add(new Change(draft, ids(replacing), ids(splitting)));
      });
    }
    split.forEach((id, at) -> {
      if (replaced.contains(id)) {
        report.report(Diagnostic.of(
                Rule.SPLIT_AND_REPLACED,
                at,
                "the row `" + id.id() + "` is both split and replaced in `" + flat.name + "`")
            .withNote("a replaced row is gone, so nothing of it is left to split"));
      }
    });
    changes.forEach(change -> apply(change, table));
    replaced.forEach(table::remove);
  }

  private static Span cellAt(RowSyntax row, ColumnKind column) {
    return row.cell(column).map(CellSyntax::at).orElse(row.id().at());
  }

  private static List<RowId> ids(List<Transition> rows) {
    return rows.stream().map(Transition::id).toList();
  }

  private void apply(Change change, DraftTable table) {
    RowId id = change.row().row().id();
    int at = table.rows.size();
    if (table.kind == Table.Kind.CHECKS) {
      List<RowId> anchors = change.split().isEmpty() ? change.replaced() : change.split();
      at = anchors.stream()
          .mapToInt(table::position)
          .filter(each -> each >= 0)
          .min()
          .orElse(at);
    }
    table.rows.add(at, change.row());
    for (RowId loser : change.split()) {
      if (table.position(loser) >= 0) {
        table.splitBy(loser, id);
      }
    }
  }

  private List<Transition> named(
      RowSyntax row, ColumnKind column, DraftTable table, Set<String> there) {
    List<Transition> rows = new ArrayList<>();
    Optional<CellSyntax> cell = row.cell(column);
    if (cell.isEmpty() || !(cell.get().content() instanceof CellContent.RowNames names)) {
      return rows;
    }
    for (Name name : names.names()) {
      if (there.contains(name.text())) {
        rows.add(table.row(name.text()).orElseThrow().row());
        continue;
      }
      String where = flat.usedIds.containsKey(name.text())
          ? "it was there, but is not any more"
          : "the table has " + Reporter.listed(there);
      Diagnostic diagnostic = Diagnostic.of(
              Rule.NO_SUCH_ROW,
              name.at(),
              "the table `" + table.name + "` has no row `" + name + "` to be changed")
          .withNote(where);
      report.report(Spelling.nearest(name.text(), there)
          .map(near -> diagnostic.withFix(
              "did you mean `" + near + "`?", new dev.foliospec.diagnostic.Edit(name.at(), near)))
          .orElse(diagnostic));
    }
    return rows;
  }

  private void omitted(
      RowSyntax row, List<ColumnSyntax> columns, List<Transition> bases, DraftTable table) {
    Set<String> written = new LinkedHashSet<>();
    columns.forEach(column -> written.add(column.heading()));
    Set<String> missing = new LinkedHashSet<>();
    for (Transition base : bases) {
      for (Update update : base.outcome().updates()) {
        if (!written.contains(update.name() + "'")) {
          missing.add(update.name() + "'");
        }
      }
      for (OutputValue output : base.outcome().outputs()) {
        boolean inAnswer = row.cell(ColumnKind.ANSWER)
            .filter(cell -> cell.content() instanceof dev.foliospec.syntax.AnswerSyntax answer
                && answer.outputs().stream()
                    .anyMatch(each -> each.name().text().equals(output.output())))
            .isPresent();
        if (!written.contains(output.output()) && !inAnswer) {
          missing.add(output.output());
        }
      }
    }
    if (!missing.isEmpty()) {
      report.report(Diagnostic.of(
              Rule.OMITTED_COLUMN,
              row.id().at(),
              "row `"
                  + row.id()
                  + "` says nothing of "
                  + Reporter.listed(missing)
                  + ", which the rows it stands for set")
          .withNote("an omitted column would silently mean unchanged")
          .withHelp("add the column to `override " + table.name + "`, with `base` or a cell"));
    }
  }

  /** Deletes inherited rows. */
  void delete(DeleteSyntax written) {
    Grounds why = groundings.of(written.grounds(), flat.grounds);
    if (why.why().isEmpty() || why.sources().isEmpty()) {
      report.report(Diagnostic.of(Rule.NO_SOURCE, written.at(), "rows are deleted without a reason")
          .withHelp("write `because \"...\" source ...`"));
    }
    Set<String> gone = new LinkedHashSet<>();
    for (Name name : written.rows()) {
      Optional<DraftTable> table = flat.tableOf(name.text());
      if (table.isPresent()) {
        table
            .get()
            .remove(table.get().row(name.text()).orElseThrow().row().id())
            .forEach(each -> gone.add(each.id()));
      } else if (!gone.remove(name.text())) {
        Set<String> known = new LinkedHashSet<>();
        flat.tables.forEach(
            each -> each.rows.forEach(row -> known.add(row.row().id().id())));
        Diagnostic diagnostic = Diagnostic.of(
            Rule.NO_SUCH_ROW, name.at(), "there is no row `" + name + "` to be deleted");
        report.report(Spelling.nearest(name.text(), known)
            .map(near -> diagnostic.withFix(
                "did you mean `" + near + "`?", new dev.foliospec.diagnostic.Edit(name.at(), near)))
            .orElse(diagnostic));
      }
    }
  }

  private Map<String, Parameter> parameters(Table.Kind kind, List<Event> events) {
    return DraftTable.parameters(kind == Table.Kind.STEP ? flat.vocabulary.events() : events);
  }

  private Optional<Draft> row(
      RowSyntax written, DraftTable table, Grounds above, List<Transition> bases) {
    boolean before = report.broken();
    report.mend();
    Optional<Draft> draft = bound(written, table, above, bases);
    boolean broken = report.broken();
    if (before || broken) {
      report.breakSilently();
    }
    return broken ? Optional.empty() : draft;
  }

  private Optional<Draft> bound(
      RowSyntax written, DraftTable table, Grounds above, List<Transition> bases) {
    RowId id = new RowId(flat.name, written.id().text());
    RowId taken = flat.usedIds.putIfAbsent(id.id(), id);
    if (taken != null) {
      duplicate(written.id(), taken);
    }
    boolean step = table.kind == Table.Kind.STEP;
    Optional<Transition> beside = beside(written, table);
    List<Event> events = step
        ? List.of()
        : conditions.events(written, beside.isPresent() ? beside.get().events() : table.events);
    Map<String, Parameter> parameters = parameters(table.kind, table.events);
    Guard guard = conditions.guard(written, events, step, parameters);
    if (guard.otherwise() && table.kind == Table.Kind.CHECKS) {
      report.report(Diagnostic.of(
              Rule.CELL_NOT_ALLOWED, written.id().at(), "`otherwise` has no place in `checks`")
          .withNote("checks are asked in order, so a last row with `-` says the same"));
    }
    Optional<RowId> alternativeTo = alternative(written, table, guard, beside);
    List<Outcome> stoodFor = new ArrayList<>();
    for (Transition base : bases) {
      stoodFor.add(base.outcome());
    }
    Outcomes.Bound outcome = outcomes.outcome(written, table.kind, events, parameters, stoodFor);
    Grounds grounds = groundings.of(written, above);
    List<RowId> replaced = new ArrayList<>();
    List<RowId> split = new ArrayList<>();
    for (Transition base : bases) {
      boolean splits = written
          .cell(ColumnKind.SPLITS)
          .filter(cell -> cell.content() instanceof CellContent.RowNames names
              && names.names().stream()
                  .anyMatch(name -> name.text().equals(base.id().id())))
          .isPresent();
      (splits ? split : replaced).add(base.id());
    }
    return Optional.of(new Draft(
        new Transition(
            id,
            events,
            guard,
            List.of(),
            alternativeTo,
            outcome.outcome(),
            replaced,
            split,
            grounds,
            cells(written, bases),
            Declarations.text(written.doc()),
            written.at()),
        outcome.anyError()));
  }

  private void duplicate(Name id, RowId taken) {
    Diagnostic diagnostic =
        Diagnostic.of(Rule.DUPLICATE_ROW, id.at(), "the row id `" + id + "` is used twice");
    Optional<Transition> first =
        flat.tableOf(id.text()).flatMap(table -> table.row(id.text())).map(Draft::row);
    if (first.isPresent()) {
      diagnostic = diagnostic.withRelated(first.get().at(), "first used here");
    }
    report.report(
        taken.policy().equals(flat.name)
            ? diagnostic
            : diagnostic.withNote(
                "`" + taken.policy() + "` uses it; an heir does not use an inherited id again"));
  }

  /** The row beside which an alternative stands; it applies at that row's points alone. */
  private Optional<Transition> beside(RowSyntax written, DraftTable table) {
    return written
        .alternativeTo()
        .flatMap(other -> table
            .row(other.text())
            .map(Draft::row)
            .or(() -> Optional.ofNullable(coming.get(other.text()))));
  }

  private Optional<RowId> alternative(
      RowSyntax written, DraftTable table, Guard guard, Optional<Transition> beside) {
    if (written.alternativeTo().isEmpty()) {
      return Optional.empty();
    }
    Name other = written.alternativeTo().get();
    if (table.kind != Table.Kind.BODY) {
      report.report(Rule.CELL_NOT_ALLOWED, other.at(), "only rows of bodies have alternatives");
      return Optional.empty();
    }
    if (!guard.conditions().isEmpty() || guard.otherwise()) {
      report.report(Diagnostic.of(
              Rule.CELL_NOT_ALLOWED,
              written.id().at(),
              "the alternative `" + written.id() + "` has conditions of its own")
          .withNote("it applies exactly where `" + other + "` does")
          .withHelp("write `-` in its condition cells"));
      return Optional.empty();
    }
    Optional<RowId> row = beside.map(Transition::id);
    if (row.isEmpty() && flat.name.equals(declaring(other.text()))) {
      report.breakSilently();
    } else if (row.isEmpty()) {
      report.unknown(
          other,
          "row of this table",
          table.rows.stream().map(each -> each.row().id().id()).toList());
    }
    return row;
  }

  /** The policy that declares a row, be it only to be reported as broken; empty if none does. */
  private String declaring(String id) {
    RowId used = flat.usedIds.get(id);
    return used == null ? "" : used.policy();
  }

  private static List<Cell> cells(RowSyntax written, List<Transition> bases) {
    List<Cell> cells = new ArrayList<>();
    for (CellSyntax cell : written.cells()) {
      ColumnKind kind = cell.column().kind();
      if (kind == ColumnKind.REPLACES || kind == ColumnKind.SPLITS) {
        continue;
      }
      boolean outcome = kind.compareTo(ColumnKind.ANSWER) >= 0;
      String heading = kind == ColumnKind.EFFECTS ? "effects" : cell.column().heading();
      String text = CellText.of(cell.content());
      if (!bases.isEmpty() && outcome) {
        text = withoutBase(text, heading, bases.get(0));
      }
      cells.add(new Cell(heading, outcome, text, cell.at()));
    }
    return cells;
  }

  private static String withoutBase(String text, String heading, Transition base) {
    boolean mentions = text.equals("base") || text.startsWith("base,") || text.contains(", base");
    if (!mentions) {
      return text;
    }
    String inherited = base.cells().stream()
        .filter(cell -> cell.heading().equals(heading))
        .map(Cell::text)
        .findFirst()
        .orElse(heading.endsWith("'") ? "=" : heading.equals("effects") ? "none" : "-");
    return text.equals("base") ? inherited : EffectCells.spliced(text, inherited);
  }
}
