package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.Variable;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.ColumnSyntax;
import dev.foliospec.syntax.Name;
import dev.foliospec.syntax.UpdateSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the cells under {@code x'} and under outputs: where new values come from. */
final class NewValues {
  private final Scope scope;
  private final Reporter report;
  private final Values values;
  private final Conditions conditions;
  private final Indices indices;
  private final List<Event> rowEvents;
  private final boolean step;
  private final Map<String, Parameter> parameters;

  /**
   * Binds the cells of one row.
   *
   * @param rowEvents the events that the row answers; none in a step
   * @param parameters the parameters that it may read, if its events have them
   */
  NewValues(
      Scope scope,
      Reporter report,
      List<Event> rowEvents,
      boolean step,
      Map<String, Parameter> parameters) {
    this.scope = scope;
    this.report = report;
    this.values = new Values(scope, report);
    this.conditions = new Conditions(scope, report);
    this.indices = new Indices(scope, report);
    this.rowEvents = rowEvents;
    this.step = step;
    this.parameters = parameters;
  }

  /**
   * One cell, {@code base} aside.
   *
   * @param type the type that the value is for
   * @param of that type as messages call it
   * @param at the cell
   */
  Optional<NewValue> bind(UpdateSyntax written, Type type, String of, Span at) {
    if (written instanceof UpdateSyntax.Keep) {
      return Optional.of(new NewValue.Kept());
    }
    if (written instanceof UpdateSyntax.Nothing) {
      return Optional.of(new NewValue.Nothing());
    }
    if (written instanceof UpdateSyntax.Anything) {
      return Optional.of(new NewValue.Any());
    }
    if (written instanceof UpdateSyntax.Plain plain) {
      return plain(plain, type, of);
    }
    if (written instanceof UpdateSyntax.Shifted shifted) {
      return shifted(shifted, type);
    }
    if (written instanceof UpdateSyntax.Mapped mapped) {
      return mapped(mapped, type);
    }
    if (written instanceof UpdateSyntax.OneOf oneOf) {
      List<NewValue> choices = new ArrayList<>();
      for (UpdateSyntax each : oneOf.choices()) {
        bind(each, type, of, at).ifPresent(choices::add);
      }
      return choices.size() == oneOf.choices().size()
          ? Optional.of(new NewValue.OneOf(choices))
          : Optional.empty();
    }
    report.report(Diagnostic.of(
            Rule.BASE_NOT_ALLOWED, at, "`base` stands for a row that this one replaces or splits")
        .withNote("this row does neither"));
    return Optional.empty();
  }

  private Optional<NewValue> plain(UpdateSyntax.Plain plain, Type type, String of) {
    Value value = Values.of(plain.name());
    if (!plain.primed() && plain.index().isEmpty() && type.has(value)) {
      values.named(plain.name(), type, false);
      return Optional.of(new NewValue.Constant(value));
    }
    String name = key(plain.name(), plain.index());
    if (plain.index().isEmpty()
        && !parameters.containsKey(name)
        && scope.slot(name).isEmpty()
        && !plain.primed()) {
      values.one(plain.name(), type, of);
      return Optional.empty();
    }
    Optional<Slot> slot = slot(plain.name(), plain.index(), plain.primed());
    return slot.isPresent() && sharesValue(plain.name().at(), slot.get(), type, of)
        ? Optional.of(new NewValue.Read(slot.get(), plain.primed()))
        : Optional.empty();
  }

  private Optional<NewValue> shifted(UpdateSyntax.Shifted shifted, Type type) {
    Optional<Slot> slot = slot(shifted.name(), shifted.index(), shifted.primed());
    if (slot.isEmpty()) {
      return Optional.empty();
    }
    boolean numbers = slot.get().type().isRange() && type.isRange();
    if (!numbers) {
      report.report(Diagnostic.of(
              Rule.CANNOT_HOLD,
              shifted.name().at(),
              "only ranges of numbers can be counted up or down")
          .withNote("`" + slot.get().name() + "` is " + slot.get().type().spelled()));
      return Optional.empty();
    }
    return Optional.of(new NewValue.Shifted(slot.get(), shifted.primed(), shifted.by()));
  }

  private Optional<NewValue> mapped(UpdateSyntax.Mapped mapped, Type type) {
    if (!(scope.meaning(mapped.map().text()).orElse(null) instanceof ValueMap map)) {
      report.unknown(mapped.map(), "map", scope.names(ValueMap.class));
      return Optional.empty();
    }
    Optional<Slot> slot = slot(mapped.argument(), mapped.index(), mapped.primed());
    if (slot.isEmpty()) {
      return Optional.empty();
    }
    if (map.entries().values().stream().noneMatch(type::has)) {
      report.report(
          Rule.CANNOT_HOLD,
          mapped.map().at(),
          "no result of the map `" + map.name() + "` is " + type.spelled());
      return Optional.empty();
    }
    if (map.entries().keySet().stream().noneMatch(slot.get().type()::has)) {
      report.report(
          Rule.NOTHING_IN_COMMON,
          mapped.argument().at(),
          "the map `" + map.name() + "` has no result for any value of `"
              + slot.get().name() + "`");
      return Optional.empty();
    }
    return Optional.of(new NewValue.Mapped(map, slot.get(), mapped.primed()));
  }

  /**
   * What a column of new values sets: a variable, or an element that all events of the row can pick.
   *
   * @param kept whether the row leaves it alone, so that its events need no such parameter
   */
  Optional<Slot> target(ColumnSyntax column, Span at, boolean kept) {
    return indices
        .slot(column.name(), column.index().orElseThrow(), column.at(), parameters)
        .filter(slot -> step || kept || conditions.hasParameter(rowEvents, slot, at));
  }

  private Optional<Slot> slot(Name written, Optional<Name> index, boolean primed) {
    String name = key(written, index);
    Slot slot = parameters.get(name);
    if (index.isPresent()) {
      slot = indices.slot(written, index.get(), written.at(), parameters).orElse(null);
      if (slot == null) {
        return Optional.empty();
      }
    }
    if (slot == null) {
      slot = scope.slot(name).orElse(null);
      slot = slot instanceof Parameter ? null : slot;
    }
    if (slot == null) {
      if (scope.slot(name).isPresent()) {
        report.report(
            Rule.PARAMETER_NOT_SHARED,
            written.at(),
            "no event of this row has the parameter `" + name + "`");
      } else {
        report.unknown(
            new Name(name, written.at()),
            "variable or parameter",
            scope.names(Variable.class, Parameter.class));
      }
      return Optional.empty();
    }
    if (slot instanceof Trait trait && trait.effects()) {
      report.report(
          Rule.WRONG_KIND, written.at(), "`" + name + "` is a list of effects, not a value");
      return Optional.empty();
    }
    if (slot instanceof Ghost) {
      report.ghostRead(name, written.at());
      return Optional.empty();
    }
    if (primed && !(slot instanceof Variable || slot instanceof Element)) {
      report.report(
          Rule.WRONG_KIND,
          written.at(),
          "only variables have a new value; `" + name + "` is a " + Scope.kind(slot));
      return Optional.empty();
    }
    if (!step && !conditions.hasParameter(rowEvents, slot, written.at())) {
      return Optional.empty();
    }
    return Optional.of(slot);
  }

  private boolean sharesValue(Span at, Slot slot, Type type, String of) {
    boolean shares = false;
    for (Value value : slot.type().values()) {
      shares |= type.has(value);
    }
    if (!shares) {
      report.report(
          Diagnostic.of(Rule.CANNOT_HOLD, at, of + " can hold no value of `" + slot.name() + "`")
              .withNote("`" + slot.name() + "` is " + slot.type().spelled()));
    }
    return shares;
  }

  private static String key(Name name, Optional<Name> index) {
    return index.isPresent() ? name + "[" + index.get() + "]" : name.text();
  }
}
