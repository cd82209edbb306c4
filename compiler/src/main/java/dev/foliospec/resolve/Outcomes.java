package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Update;
import dev.foliospec.model.Variable;
import dev.foliospec.syntax.AnswerSyntax;
import dev.foliospec.syntax.CellContent;
import dev.foliospec.syntax.CellSyntax;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.EffectsSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.OutputSyntax;
import dev.foliospec.syntax.RowSyntax;
import dev.foliospec.syntax.UpdateSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the cells right of {@code ||}: what a row does. */
final class Outcomes {
  private final Scope scope;
  private final Reporter report;

  Outcomes(Scope scope, Reporter report) {
    this.scope = scope;
    this.report = report;
  }

  /** An outcome, and whether its errors are whatever errors the policy has. */
  record Bound(Outcome outcome, boolean anyError) {}

  /**
   * The outcome of a row.
   *
   * @param bases the rows that it replaces or splits, which a cell may name
   */
  Bound outcome(
      RowSyntax row,
      Table.Kind kind,
      List<Event> rowEvents,
      Map<String, Parameter> parameters,
      List<Outcome> bases) {
    NewValues reading =
        new NewValues(scope, report, rowEvents, kind == Table.Kind.STEP, parameters);
    Optional<CellSyntax> answering = row.cell(ColumnKind.ANSWER);
    Optional<AnswerSyntax> written =
        answering.isPresent() && answering.get().content() instanceof AnswerSyntax said
            ? Optional.of(said)
            : Optional.empty();
    Outcome.Answer answer = answer(written, kind);
    List<ErrorAnswer> errors = new ArrayList<>();
    if (written.isPresent()) {
      allowed(written.get(), kind, answering.get());
      for (Name name : written.get().errors()) {
        Optional<ErrorAnswer> error = scope.error(name.text());
        if (error.isPresent()) {
          errors.add(error.get());
        } else {
          report.unknown(name, "error", scope.errors(), scope);
        }
      }
    }
    boolean bare = answer == Outcome.Answer.FORBID || answer == Outcome.Answer.PASS;
    List<OutputValue> outputs = new ArrayList<>();
    List<Update> updates = new ArrayList<>();
    List<EffectItem> effects = new ArrayList<>();
    for (CellSyntax cell : row.cells()) {
      if (cell.content() instanceof CellContent.Broken) {
        report.breakSilently();
      } else if (cell.content() instanceof UpdateSyntax update
          && cell.column().kind() == ColumnKind.UPDATE) {
        if (bare) {
          nothing(
              cell, update instanceof UpdateSyntax.Nothing || update instanceof UpdateSyntax.Keep);
        } else {
          update(cell, update, reading, bases).ifPresent(updates::add);
        }
      } else if (cell.content() instanceof UpdateSyntax update) {
        if (bare) {
          nothing(cell, update instanceof UpdateSyntax.Nothing);
        } else {
          output(cell.column().name(), update, cell, rowEvents, reading, bases)
              .ifPresent(outputs::add);
        }
      } else if (cell.content() instanceof EffectsSyntax list) {
        if (bare) {
          nothing(cell, list.items().isEmpty());
        } else {
          effects.addAll(effects(cell, list, bases));
        }
      }
    }
    boolean either = answer == Outcome.Answer.ANY || answer == Outcome.Answer.OK_OR;
    List<OutputValue> errorOutputs = new ArrayList<>();
    boolean any = false;
    if (written.isPresent()) {
      for (OutputSyntax each : written.get().outputs()) {
        CellSyntax cell = answering.get();
        Optional<OutputValue> bound =
            output(each.name(), each.value(), cell, rowEvents, reading, bases);
        if (bound.isPresent()) {
          List<OutputValue> target = either ? errorOutputs : outputs;
          target.removeIf(other -> other.output().equals(bound.get().output()));
          target.add(bound.get());
        }
      }
      AnswerSyntax.Kind said = written.get().kind();
      any = said == AnswerSyntax.Kind.ANY
          || said == AnswerSyntax.Kind.REFUSE_ANY
          || said == AnswerSyntax.Kind.FAIL_ANY;
    }
    outputs.removeIf(each -> each.value() instanceof NewValue.Nothing);
    errorOutputs.removeIf(each -> each.value() instanceof NewValue.Nothing);
    updates.removeIf(each -> each.value() instanceof NewValue.Kept);
    Circles.look(updates, report);
    return new Bound(new Outcome(answer, errors, outputs, errorOutputs, updates, effects), any);
  }

  private Outcome.Answer answer(Optional<AnswerSyntax> written, Table.Kind kind) {
    if (kind == Table.Kind.STEP) {
      return Outcome.Answer.NONE;
    }
    if (written.isEmpty()) {
      report.breakSilently();
      return Outcome.Answer.OK;
    }
    return switch (written.get().kind()) {
      case OK -> Outcome.Answer.OK;
      case REFUSE, REFUSE_ANY -> Outcome.Answer.REFUSE;
      case FAIL, FAIL_ANY -> Outcome.Answer.FAIL;
      case ANY -> Outcome.Answer.ANY;
      case OK_OR -> Outcome.Answer.OK_OR;
      case FORBID -> Outcome.Answer.FORBID;
      case PASS -> Outcome.Answer.PASS;
    };
  }

  private void allowed(AnswerSyntax answer, Table.Kind kind, CellSyntax cell) {
    boolean pass = answer.kind() == AnswerSyntax.Kind.PASS;
    if (kind == Table.Kind.BODY && pass) {
      report.report(
          Diagnostic.of(Rule.CELL_NOT_ALLOWED, cell.at(), "`pass` answers only in `checks`")
              .withNote("a body row has nothing to pass on to"));
    }
    boolean done = answer.kind() == AnswerSyntax.Kind.OK
        || answer.kind() == AnswerSyntax.Kind.ANY
        || answer.kind() == AnswerSyntax.Kind.OK_OR;
    if (kind == Table.Kind.CHECKS && done) {
      report.report(Diagnostic.of(
              Rule.CELL_NOT_ALLOWED,
              cell.at(),
              "a check refuses, fails, forbids or passes; it does not answer ok")
          .withHelp("move the row to a table that is not `checks`"));
    }
  }

  private void nothing(CellSyntax cell, boolean isNothing) {
    if (!isNothing) {
      report.report(Diagnostic.of(
              Rule.CELL_NOT_ALLOWED,
              cell.at(),
              "a row that forbids or passes does nothing, so `"
                  + cell.column().heading()
                  + "` has no meaning in it")
          .withFix("write `-`", new Edit(cell.at(), "-")));
    }
  }

  private Optional<Update> update(
      CellSyntax cell, UpdateSyntax written, NewValues reading, List<Outcome> bases) {
    String name = cell.column()
        .index()
        .map(i -> cell.column().name() + "[" + i + "]")
        .orElse(cell.column().name().text());
    Object meaning = scope.meaning(name).orElse(null);
    if (cell.column().index().isPresent()) {
      meaning = reading
          .target(cell.column(), cell.at(), written instanceof UpdateSyntax.Keep)
          .orElse(null);
      if (meaning == null) {
        return Optional.empty();
      }
    }
    if (!(meaning instanceof Slot variable)
        || !(meaning instanceof Variable || meaning instanceof Element)) {
      if (meaning == null) {
        report.unknown(new Name(name, cell.column().at()), "variable", scope.names(Variable.class));
      } else {
        report.report(
            Rule.WRONG_KIND,
            cell.column().at(),
            "only variables can change; `" + name + "` is a " + Scope.kind(meaning));
      }
      return Optional.empty();
    }
    if (written instanceof UpdateSyntax.Nothing) {
      report.report(
          Diagnostic.of(Rule.CELL_NOT_ALLOWED, cell.at(), "`-` says nothing about `" + name + "'`")
              .withFix("write `=` where it does not change", new Edit(cell.at(), "=")));
      return Optional.empty();
    }
    if (written instanceof UpdateSyntax.Base && !bases.isEmpty()) {
      return base(cell, bases, outcome -> of(outcome, variable))
          .map(value -> new Update(variable, value, cell.at()));
    }
    return reading
        .bind(written, variable.type(), Expressions.of(variable), cell.at())
        .map(value -> new Update(variable, value, cell.at()));
  }

  private static NewValue of(Outcome outcome, Slot variable) {
    return outcome.updates().stream()
        .filter(each -> each.name().equals(variable.name()))
        .map(Update::value)
        .findFirst()
        .orElse(new NewValue.Kept());
  }

  private static NewValue of(Outcome outcome, String output) {
    return outcome.outputs().stream()
        .filter(each -> each.output().equals(output))
        .map(OutputValue::value)
        .findFirst()
        .orElse(new NewValue.Nothing());
  }

  private interface Part<T> {
    T of(Outcome outcome);
  }

  private <T> Optional<T> base(CellSyntax cell, List<Outcome> bases, Part<T> part) {
    T first = part.of(bases.get(0));
    if (bases.stream().map(part::of).anyMatch(each -> !each.equals(first))) {
      report.report(Diagnostic.of(
              Rule.BASE_DIFFERS,
              cell.at(),
              "the rows that this one replaces or splits differ in `"
                  + cell.column().heading()
                  + "`")
          .withHelp("write the cell out"));
      return Optional.empty();
    }
    return Optional.of(first);
  }

  private Optional<OutputValue> output(
      Name name,
      UpdateSyntax written,
      CellSyntax cell,
      List<Event> rowEvents,
      NewValues reading,
      List<Outcome> bases) {
    if (!(scope.meaning(name.text()).orElse(null) instanceof Output)) {
      report.unknown(name, "output", scope.names(Output.class));
      return Optional.empty();
    }
    if (written instanceof UpdateSyntax.Nothing) {
      return Optional.of(new OutputValue(name.text(), new NewValue.Nothing(), cell.at()));
    }
    if (written instanceof UpdateSyntax.Keep) {
      report.report(
          Diagnostic.of(Rule.CELL_NOT_ALLOWED, cell.at(), "an output has no value to keep")
              .withFix("write `-` where there is no output", new Edit(cell.at(), "-")));
      return Optional.empty();
    }
    List<String> without = rowEvents.stream()
        .filter(each -> each.output(name.text()).isEmpty())
        .map(Event::name)
        .toList();
    if (!without.isEmpty()) {
      report.report(Diagnostic.of(
              Rule.OUTPUT_NOT_GIVEN,
              cell.at(),
              "the row gives the output `" + name + "`, which not all of its events have")
          .withNote("without it: " + Reporter.listed(without)));
      return Optional.empty();
    }
    if (written instanceof UpdateSyntax.Base && !bases.isEmpty()) {
      return base(cell, bases, outcome -> of(outcome, name.text()))
          .map(value -> new OutputValue(name.text(), value, cell.at()));
    }
    Optional<OutputValue> bound = Optional.empty();
    for (Event event : rowEvents) {
      Output output = event.output(name.text()).orElseThrow();
      bound = reading
          .bind(written, output.type(), "`" + name + "`", cell.at())
          .map(each -> new OutputValue(name.text(), each, cell.at()));
      if (bound.isEmpty()) {
        break;
      }
    }
    return bound;
  }

  private List<EffectItem> effects(CellSyntax cell, EffectsSyntax list, List<Outcome> bases) {
    List<EffectItem> items = new ArrayList<>();
    if (list.dash()) {
      report.report(
          Diagnostic.of(Rule.CELL_NOT_ALLOWED, cell.at(), "`-` says nothing about effects")
              .withFix("write `none` where there are none", new Edit(cell.at(), "none")));
      return items;
    }
    boolean based = false;
    for (EffectsSyntax.Item item : list.items()) {
      if (item instanceof EffectsSyntax.Base) {
        if (bases.isEmpty()) {
          report.report(Diagnostic.of(
                  Rule.BASE_NOT_ALLOWED,
                  item.at(),
                  "`base` stands for a row that this one replaces or splits")
              .withNote("this row does neither"));
        } else {
          base(cell, bases, Outcome::effects).ifPresent(items::addAll);
          based = true;
        }
      } else if (item instanceof EffectsSyntax.Do call) {
        items.add(new EffectItem.Call(call.step().text()));
      } else if (item instanceof EffectsSyntax.Named named) {
        effect(named.name()).ifPresent(effect -> insert(effect, named, items));
        if (named.before().isPresent() && !based) {
          report.report(
              Rule.BASE_NOT_ALLOWED,
              named.before().get().at(),
              "`before` puts an effect into `base`, which this cell does not have");
        }
      }
    }
    return items;
  }

  private void insert(EffectItem effect, EffectsSyntax.Named named, List<EffectItem> items) {
    if (named.before().isEmpty()) {
      items.add(effect);
      return;
    }
    Name before = named.before().get();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      boolean here =
          (items.get(i) instanceof EffectItem.Do done && done.effect().name().equals(before.text()))
              || (items.get(i) instanceof EffectItem.FromTrait from
                  && from.trait().name().equals(before.text()));
      if (here) {
        places.add(i);
      }
    }
    if (places.size() != 1) {
      report.report(Diagnostic.of(
              Rule.NO_SUCH_ROW,
              before.at(),
              "the effect `"
                  + before
                  + "` stands in `base` "
                  + (places.isEmpty() ? "nowhere" : places.size() + " times"))
          .withNote("`before` needs it exactly once, and not inside a step"));
      return;
    }
    items.add(places.get(0), effect);
  }

  private Optional<EffectItem> effect(Name name) {
    if (scope.meaning(name.text()).orElse(null) instanceof Trait trait && trait.effects()) {
      return Optional.of(new EffectItem.FromTrait(trait));
    }
    Optional<Effect> effect = scope.effect(name.text());
    if (effect.isEmpty()) {
      report.unknown(name, "effect", scope.effectsAndEffectTraits(), scope);
    }
    return effect.map(EffectItem.Do::new);
  }
}
