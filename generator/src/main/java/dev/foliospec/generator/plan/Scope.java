package dev.foliospec.generator.plan;

import dev.foliospec.generator.plan.Formula.Operator;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Guard;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the names in a policy's rows mean while one event is answered: conditions become formulas
 * over places.
 */
final class Scope {
  /** What a slot is, under a condition: either a value or a place. */
  record Operand(Formula when, Optional<Value> value, Optional<Place> place) {}

  private final Places places;
  private final Formulas formulas;
  private final @Nullable Event event;
  private final Map<String, Formula> definitions = new HashMap<>();

  Scope(Places places, Formulas formulas, Event event) {
    this.places = places;
    this.formulas = formulas;
    this.event = event;
  }

  /** While nothing happens: only flags and traits have a meaning. */
  Scope(Places places, Formulas formulas) {
    this.places = places;
    this.formulas = formulas;
    this.event = null;
  }

  Formula always() {
    return formulas.literally(true);
  }

  Formulas formulas() {
    return formulas;
  }

  /**
   * What a slot may be; more than one operand only for a trait whose alternatives read flags, and for
   * an element of an indexed variable, one for each value of the index.
   */
  List<Operand> operands(Slot slot) {
    if (slot instanceof Element element) {
      return event == null
          ? elements(element)
          : places.element(event, slot.name()).map(this::place).orElseGet(() -> elements(element));
    }
    Optional<Place> parameter =
        event == null ? Optional.empty() : places.parameter(event, slot.name());
    if (parameter.isPresent()) {
      return place(parameter.get());
    }
    Optional<Place> place = places.place(slot.name());
    if (place.isPresent()) {
      return place(place.get());
    }
    Optional<Value> fixed = places.fixed(slot.name());
    if (fixed.isPresent()) {
      return List.of(new Operand(formulas.literally(true), fixed, Optional.empty()));
    }
    return places.trait(slot.name()).map(this::alternatives).orElse(List.of());
  }

  private List<Operand> elements(Element element) {
    List<Operand> operands = new ArrayList<>();
    for (Operand index : operands(element.index())) {
      List<Value> keys =
          index.place().map(Place::values).orElseGet(() -> List.of(index.value().orElseThrow()));
      for (Value key : keys) {
        Formula picked = index
            .place()
            .map(place -> formulas.in(place, List.of(key)))
            .orElse(formulas.literally(true));
        for (Operand each : operands(element.at(key).orElseThrow())) {
          operands.add(new Operand(
              formulas.and(List.of(index.when(), picked, each.when())),
              each.value(),
              each.place()));
        }
      }
    }
    return operands;
  }

  private List<Operand> place(Place place) {
    return List.of(new Operand(formulas.literally(true), Optional.empty(), Optional.of(place)));
  }

  private List<Operand> alternatives(TraitSetting setting) {
    Optional<Place> choice = places.choice(setting.trait().name());
    List<Operand> operands = new ArrayList<>();
    for (TraitSetting.Alternative alternative : setting.alternatives()) {
      Formula when = choice
          .map(place -> formulas.in(place, List.of(new Value(alternative.spelled()))))
          .orElse(formulas.literally(true));
      if (alternative instanceof TraitSetting.Fixed fixed) {
        operands.add(new Operand(when, Optional.of(fixed.value()), Optional.empty()));
      } else if (alternative instanceof TraitSetting.ByFlag by) {
        for (Operand flag : operands(by.flag())) {
          operands.add(
              new Operand(formulas.and(List.of(when, flag.when())), flag.value(), flag.place()));
        }
      }
    }
    return operands;
  }

  /** When a row applies, the rows that split it considered. */
  Formula applies(Table table, Transition row, boolean step) {
    List<Formula> parts = new ArrayList<>();
    table.where().ifPresent(where -> parts.add(formula(where)));
    parts.add(covers(table, row, step));
    for (Transition other : table.rows()) {
      if (row.splitBy().contains(other.id())) {
        parts.add(formulas.not(covers(table, other, step)));
      }
    }
    return formulas.and(parts);
  }

  private Formula covers(Table table, Transition row, boolean step) {
    if (!step && !answers(row)) {
      return formulas.literally(false);
    }
    Formula own = formula(row.guard());
    if (!row.guard().otherwise()) {
      return own;
    }
    return formulas.and(List.of(own, formulas.not(covered(table, step))));
  }

  private boolean answers(Transition row) {
    return event != null && row.answers(event);
  }

  private Formula covered(Table table, boolean step) {
    return definitions.computeIfAbsent("the rows of " + table.name(), key -> {
      List<Formula> others = new ArrayList<>();
      for (Transition other : table.rows()) {
        if (!other.guard().otherwise()
            && other.alternativeTo().isEmpty()
            && (step || answers(other))) {
          others.add(formula(other.guard()));
        }
      }
      return formulas.or(others);
    });
  }

  private Formula formula(Guard guard) {
    List<Formula> parts = new ArrayList<>();
    for (Condition condition : guard.conditions()) {
      parts.add(formula(condition.test()));
    }
    return formulas.and(parts);
  }

  private Formula formula(Condition.Test test) {
    if (test instanceof Condition.Within within) {
      return within(within.slot(), within.values());
    }
    if (test instanceof Condition.Same same) {
      return compared(
          same.slot(), same.negated() ? Operator.DIFFERENT : Operator.EQUAL, same.other());
    }
    Condition.Holds holds = (Condition.Holds) test;
    Formula formula = formula(holds.expression());
    return holds.truth() ? formula : formulas.not(formula);
  }

  /** An expression that reads the state before alone. */
  Formula formula(Expression expression) {
    if (expression instanceof Expression.Literally literally) {
      return formulas.literally(literally.truth());
    }
    if (expression instanceof Expression.Not not) {
      return formulas.not(formula(not.part()));
    }
    if (expression instanceof Expression.And and) {
      return formulas.and(and.parts().stream().map(this::formula).toList());
    }
    if (expression instanceof Expression.Or or) {
      return formulas.or(or.parts().stream().map(this::formula).toList());
    }
    if (expression instanceof Expression.Implies implies) {
      List<Formula> parts = new ArrayList<>();
      int last = implies.parts().size() - 1;
      for (Expression premise : implies.parts().subList(0, last)) {
        parts.add(formulas.not(formula(premise)));
      }
      parts.add(formula(implies.parts().get(last)));
      return formulas.or(parts);
    }
    if (expression instanceof Expression.Within within) {
      return within(within.term().slot(), within.values());
    }
    if (expression instanceof Expression.Compared compared) {
      return compared(
          compared.left().slot(),
          Operator.valueOf(compared.comparator().name()),
          compared.right().slot());
    }
    return definition(((Expression.Defined) expression).definition());
  }

  private Formula definition(Definition definition) {
    Formula known = definitions.get(definition.name());
    if (known == null) {
      known = formulas.named(definition.name(), formula(definition.expression()));
      definitions.put(definition.name(), known);
    }
    return known;
  }

  private Formula within(Slot slot, List<Value> values) {
    List<Formula> cases = new ArrayList<>();
    for (Operand operand : operands(slot)) {
      Formula inside = operand
          .place()
          .map(place -> formulas.in(place, values))
          .orElseGet(
              () -> formulas.literally(operand.value().filter(values::contains).isPresent()));
      cases.add(formulas.and(List.of(operand.when(), inside)));
    }
    return formulas.or(cases);
  }

  private Formula compared(Slot left, Operator operator, Slot right) {
    List<Formula> cases = new ArrayList<>();
    for (Operand one : operands(left)) {
      for (Operand other : operands(right)) {
        cases.add(
            formulas.and(List.of(one.when(), other.when(), compared(left, one, operator, other))));
      }
    }
    return formulas.or(cases);
  }

  private Formula compared(Slot slot, Operand left, Operator operator, Operand right) {
    if (left.place().isPresent() && right.place().isPresent()) {
      return formulas.compared(left.place().get(), operator, right.place().get());
    }
    if (left.place().isPresent() && right.value().isPresent()) {
      return formulas.compared(left.place().get(), operator, right.value().get());
    }
    Value value = left.value().orElseThrow();
    if (right.place().isPresent()) {
      return formulas.compared(slot.type(), value, operator, right.place().get());
    }
    return formulas.literally(
        Formulas.holds(slot.type(), value, operator, right.value().orElseThrow()));
  }
}
