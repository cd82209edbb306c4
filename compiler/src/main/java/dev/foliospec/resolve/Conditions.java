package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Guard;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.CellContent;
import dev.foliospec.syntax.CellSyntax;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.ColumnSyntax;
import dev.foliospec.syntax.ConditionSyntax;
import dev.foliospec.syntax.ItemSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.RowSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the cells left of {@code ||}: the events of a row, and its guard. */
final class Conditions {
  private final Scope scope;
  private final Reporter report;
  private final Values values;
  private final Expressions expressions;
  private final Indices indices;

  Conditions(Scope scope, Reporter report) {
    this.scope = scope;
    this.report = report;
    this.values = new Values(scope, report);
    this.expressions = new Expressions(scope, report);
    this.indices = new Indices(scope, report);
  }

  /** Which of a table's events a row answers; of an alternative, which of the events of its row. */
  List<Event> events(RowSyntax row, List<Event> of) {
    String owner = row.alternativeTo().map(other -> "the row `" + other + "`").orElse("the table");
    Optional<CellSyntax> cell = row.cell(ColumnKind.EVENT);
    if (cell.isEmpty() || !(cell.get().content() instanceof ConditionSyntax.Among among)) {
      cell.filter(each -> !(each.content() instanceof ConditionSyntax.Anything)
              && !(each.content() instanceof CellContent.Broken))
          .ifPresent(each -> report.report(
              Rule.BAD_CELL, each.at(), "an `event` cell holds events, `!` one, or `-`"));
      return of;
    }
    List<String> known = of.stream().map(Event::name).toList();
    List<String> named = new ArrayList<>();
    for (ItemSyntax item : among.items()) {
      if (known.contains(item.low().text()) && item.high().isEmpty()) {
        named.add(item.low().text());
      } else if (scope.event(item.low().text()).isPresent()) {
        report.report(Diagnostic.of(
                Rule.UNKNOWN_NAME, item.at(), owner + " is not on the event `" + item.low() + "`")
            .withNote("it is on " + Reporter.listed(known)));
      } else {
        report.unknown(item.low(), "event of this table", known);
      }
    }
    List<Event> chosen = new ArrayList<>();
    for (Event each : of) {
      if (named.contains(each.name()) != among.negated()) {
        chosen.add(each);
      }
    }
    return chosen;
  }

  /**
   * The guard of a row.
   *
   * @param rowEvents the events that the row answers; none in a step
   * @param parameters the parameters of the table's events; in a step those of all events
   */
  Guard guard(
      RowSyntax row, List<Event> rowEvents, boolean step, Map<String, Parameter> parameters) {
    List<Condition> conditions = new ArrayList<>();
    boolean otherwise = false;
    for (CellSyntax cell : row.cells()) {
      boolean condition =
          cell.column().kind() == ColumnKind.CONDITION || cell.column().kind() == ColumnKind.WHEN;
      if (!condition || !(cell.content() instanceof ConditionSyntax written)) {
        if (condition) {
          report.breakSilently();
        }
        continue;
      }
      if (written instanceof ConditionSyntax.Otherwise) {
        otherwise = true;
      } else if (!(written instanceof ConditionSyntax.Anything)) {
        Optional<Condition.Test> test = test(cell, written, rowEvents, step, parameters);
        if (test.isPresent()) {
          conditions.add(new Condition(cell.column().heading(), test.get(), cell.at()));
        }
      }
    }
    return new Guard(conditions, otherwise);
  }

  private Optional<Condition.Test> test(
      CellSyntax cell,
      ConditionSyntax written,
      List<Event> rowEvents,
      boolean step,
      Map<String, Parameter> parameters) {
    if (cell.column().kind() == ColumnKind.WHEN) {
      if (written instanceof ConditionSyntax.Holds holds) {
        Map<String, Parameter> readable = step ? parameters : shared(rowEvents, parameters);
        return expressions
            .bind(holds.expression(), Expressions.Place.ROW, readable)
            .map(expression -> new Condition.Holds(expression, true));
      }
      report.report(Rule.BAD_CELL, cell.at(), "a `when` cell holds a condition or `-`");
      return Optional.empty();
    }
    Object meaning = meaning(cell.column(), parameters);
    if (meaning instanceof Definition definition) {
      return yesOrNo(cell, written)
          .map(truth -> new Condition.Holds(new Expression.Defined(definition), truth));
    }
    if (!(meaning instanceof Slot slot)) {
      report.breakSilently();
      return Optional.empty();
    }
    if (!step && !hasParameter(rowEvents, slot, cell.at())) {
      return Optional.empty();
    }
    return slotTest(slot, cell, written, rowEvents, step, parameters);
  }

  /** What a heading means; an unknown one is reported once and its cells are passed over. */
  Object meaning(ColumnSyntax column, Map<String, Parameter> parameters) {
    if (column.index().isPresent()) {
      Optional<Slot> element =
          indices.slot(column.name(), column.index().get(), column.at(), parameters);
      return element.isPresent() ? element.get() : "";
    }
    String name = column.name().text();
    Parameter parameter = parameters.get(name);
    if (parameter != null) {
      return parameter;
    }
    Object meaning = scope.meaning(name).orElse(null);
    if (meaning instanceof Parameter) {
      report.report(Diagnostic.of(
          Rule.PARAMETER_NOT_SHARED,
          column.at(),
          "no event of this table has the parameter `" + name + "`"));
      return "";
    }
    if (meaning instanceof Ghost) {
      report.ghostRead(name, column.at());
      return "";
    }
    if (meaning instanceof Definition || meaning instanceof Slot) {
      if (meaning instanceof Trait trait && trait.effects()) {
        report.report(
            Rule.WRONG_KIND,
            column.at(),
            "`" + name + "` is a list of effects, which no cell can ask for");
        return "";
      }
      return meaning;
    }
    if (meaning != null) {
      report.report(
          Rule.WRONG_KIND,
          column.at(),
          "`" + name + "` is a " + Scope.kind(meaning) + ", which has no value before the event");
      return "";
    }
    report.unknown(
        new Name(name, column.at()),
        "variable, parameter, flag, trait, chance or definition",
        scope.names(
            Variable.class,
            Flag.class,
            Trait.class,
            Chance.class,
            Definition.class,
            Parameter.class));
    return "";
  }

  private Optional<Condition.Test> slotTest(
      Slot slot,
      CellSyntax cell,
      ConditionSyntax written,
      List<Event> rowEvents,
      boolean step,
      Map<String, Parameter> parameters) {
    String of = Expressions.of(slot);
    if (written instanceof ConditionSyntax.Among among) {
      for (ItemSyntax item : among.items()) {
        values.named(item.low(), slot.type(), false);
      }
      Optional<List<Value>> chosen = values.several(among.items(), slot.type(), of);
      if (chosen.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new Condition.Within(
          slot, among.negated() ? Values.others(chosen.get(), slot.type()) : chosen.get()));
    }
    if (written instanceof ConditionSyntax.Compared compared) {
      values.named(compared.bound(), slot.type(), false);
      return values
          .compared(compared.comparator(), compared.bound(), slot.type(), of)
          .map(chosen -> new Condition.Within(slot, chosen));
    }
    if (written instanceof ConditionSyntax.InNamed in) {
      return values.named(in.name(), slot.type()).map(chosen -> new Condition.Within(slot, chosen));
    }
    if (written instanceof ConditionSyntax.Same same) {
      return same(slot, same, cell, rowEvents, step, parameters);
    }
    report.report(Rule.BAD_CELL, cell.at(), "a condition on `" + slot.name() + "` was expected");
    return Optional.empty();
  }

  private Optional<Condition.Test> same(
      Slot slot,
      ConditionSyntax.Same same,
      CellSyntax cell,
      List<Event> rowEvents,
      boolean step,
      Map<String, Parameter> parameters) {
    String name =
        same.index().map(i -> same.other() + "[" + i + "]").orElse(same.other().text());
    Slot other = parameters.get(name);
    if (same.index().isPresent()) {
      other = indices
          .slot(same.other(), same.index().get(), same.other().at(), parameters)
          .orElse(null);
      if (other == null) {
        return Optional.empty();
      }
    }
    if (other == null) {
      other = scope.slot(name).filter(each -> !(each instanceof Parameter)).orElse(null);
    }
    if (other == null) {
      Value value = Values.of(same.other());
      if (slot.type().has(value)) {
        report.report(Diagnostic.of(
                Rule.WRONG_KIND,
                same.other().at(),
                "`" + name + "` is a value; `=` compares with a variable or parameter")
            .withFix(
                "write `" + (same.negated() ? "!" : "") + name + "`",
                new dev.foliospec.diagnostic.Edit(cell.at(), (same.negated() ? "!" : "") + name)));
      } else {
        report.unknown(
            new Name(name, same.other().at()),
            "variable or parameter",
            scope.names(Variable.class, Parameter.class));
      }
      return Optional.empty();
    }
    if (other instanceof Ghost) {
      report.ghostRead(name, same.other().at());
      return Optional.empty();
    }
    if (!step && !hasParameter(rowEvents, other, cell.at())) {
      return Optional.empty();
    }
    Slot compared = other;
    if (slot.type().values().stream().noneMatch(compared.type()::has)) {
      expressions.nothingInCommon(cell.at(), slot, compared);
      return Optional.empty();
    }
    return Optional.of(new Condition.Same(slot, compared, same.negated()));
  }

  private Optional<Boolean> yesOrNo(CellSyntax cell, ConditionSyntax written) {
    if (written instanceof ConditionSyntax.Among among
        && among.items().size() == 1
        && among.items().get(0).high().isEmpty()) {
      String word = among.items().get(0).low().text();
      if (word.equals("yes") || word.equals("no")) {
        return Optional.of(word.equals("yes") != among.negated());
      }
    }
    report.report(Rule.BAD_CELL, cell.at(), "under a definition stands `yes`, `no` or `-`");
    return Optional.empty();
  }

  /**
   * Whether all of a row's events have a parameter, or the one that picks an element; reports it
   * where they do not.
   */
  boolean hasParameter(List<Event> rowEvents, Slot slot, Span at) {
    Slot parameter = slot instanceof Element element ? element.index() : slot;
    if (!(parameter instanceof Parameter)) {
      return true;
    }
    List<String> without = new ArrayList<>();
    for (Event each : rowEvents) {
      if (each.parameter(parameter.name()).isEmpty()) {
        without.add(each.name());
      }
    }
    if (!without.isEmpty()) {
      report.report(Diagnostic.of(
              Rule.PARAMETER_NOT_SHARED,
              at,
              "the row reads the parameter `"
                  + parameter.name()
                  + "`, which not all of its events have")
          .withNote("without it: " + Reporter.listed(without)));
    }
    return without.isEmpty();
  }

  /** Those parameters that every one of some events has. */
  static Map<String, Parameter> shared(List<Event> events, Map<String, Parameter> parameters) {
    Map<String, Parameter> all = new java.util.LinkedHashMap<>(parameters);
    all.keySet()
        .removeIf(name -> events.stream().anyMatch(e -> e.parameter(name).isEmpty()));
    return all;
  }
}
