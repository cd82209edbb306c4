package dev.foliospec.explore;

import static dev.foliospec.run.PolicyByHand.constant;
import static dev.foliospec.run.PolicyByHand.effect;
import static dev.foliospec.run.PolicyByHand.row;
import static dev.foliospec.run.PolicyByHand.type;
import static dev.foliospec.run.PolicyByHand.value;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Initial;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome.Answer;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.Variable;
import dev.foliospec.run.PolicyByHand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Small policies at random, with everything that a row can say; most have gaps and overlaps. */
public final class RandomPolicies {
  private static final ValueMap MAP = new ValueMap(
      "m",
      type("a", "b", "c"),
      type("b", "c"),
      PolicyByHand.entries("a", "b", "b", "c"),
      PolicyByHand.NOWHERE);

  private final Random random;
  private final PolicyByHand hand = new PolicyByHand("r");
  private final List<Variable> variables = new ArrayList<>();
  private final List<Slot> slots = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Trait> lists = new ArrayList<>();
  private final List<String> steps = new ArrayList<>();
  private final boolean indexed;

  /** The elements of an indexed variable, if the policy has one, and what picks among them. */
  private List<Variable> elements = List.of();

  private final List<Slot> picked = new ArrayList<>();
  private int rows;

  private RandomPolicies(long seed, boolean indexed) {
    random = new Random(seed);
    this.indexed = indexed;
  }

  /** The policy of a seed, with an indexed variable in it. */
  public static Policy indexed(long seed) {
    return new RandomPolicies(seed, true).policy();
  }

  /** The policy of a seed. */
  public static Policy of(long seed) {
    return new RandomPolicies(seed, false).policy();
  }

  private Policy policy() {
    Variable x = hand.variable("x", "a", "a", "b", "c");
    Variable y = hand.variable("y", "b", "b", "c", "d");
    Variable n = hand.variable("n", "0", "0", "1", "2");
    variables.addAll(List.of(x, y, n));
    Type choice = type("a", "b");
    Flag flag = hand.flag("f", "a", "b");
    Trait fixed = hand.trait("fixed", choice, new TraitSetting.Fixed(value("b")));
    Trait open = hand.trait(
        "open",
        flag.type(),
        new TraitSetting.Fixed(value("a")),
        random.nextBoolean() ? new TraitSetting.ByFlag(flag) : new TraitSetting.Fixed(value("b")));
    Trait byFlag = hand.trait("by_flag", flag.type(), new TraitSetting.ByFlag(flag));
    Effect plain = effect("plain");
    Effect demanding = effect(
        "demanding",
        new Expression.Within(
            new Expression.Term(x, true),
            List.of(value("a"), value(random.nextBoolean() ? "b" : "c"))));
    effects.addAll(List.of(plain, effect("other")));
    if (random.nextInt(3) == 0) {
      effects.add(demanding);
    }
    Trait list = hand.trait(
        "list",
        new Type(Optional.empty(), List.of(), false, List.of()),
        new TraitSetting.Listed(List.of()),
        new TraitSetting.Listed(List.of(plain, plain)));
    lists.add(list);
    Chance chance = hand.chance("c", "no", "no", "yes");
    hand.init(
        x,
        new Initial.Case(
            value("b"),
            Optional.of(
                new Expression.Within(new Expression.Term(flag, false), List.of(value("b"))))),
        new Initial.Case(value("a"), Optional.empty()));
    slots.addAll(List.of(x, y, n, flag, fixed, open, byFlag, chance));
    List<Parameter> picking = new ArrayList<>();
    if (indexed) {
      Variable k = hand.variable("k", "a", "a", "b");
      elements = hand.elements("w", choice, "b", "a", "b", "c");
      variables.add(k);
      variables.addAll(elements);
      picked.addAll(List.of(new Element("w", k, elements), new Element("w", flag, elements)));
      slots.add(k);
      slots.addAll(elements);
      slots.addAll(picked);
      picking.addAll(List.of(new Parameter("q", choice), new Parameter("r", type("b"))));
      effects.add(effect(
          "picky",
          new Expression.Within(
              new Expression.Term(picked.get(0), true), List.of(value("a"), value("b")))));
    }
    for (int at = 0; at < 3; at++) {
      definitions.add(
          new Definition("d" + at, expression(2), Optional.empty(), PolicyByHand.NOWHERE));
    }
    Output sees = new Output("sees", type("a", "b", "c", "d", "0", "1", "2"));
    Event one = hand.event("one", and(new Parameter("p", type("b", "c")), picking), sees);
    Event two = hand.event(
        "two", List.of(), random.nextBoolean() ? Optional.of(expression(1)) : Optional.empty());
    Event three = hand.event("three", List.of(new Parameter("p", type("b", "c", "d"))), sees);
    for (int at = 0; at < 2; at++) {
      String name = "s" + at;
      PolicyByHand.Row[] rows = new PolicyByHand.Row[3];
      for (int each = 0; each < rows.length; each++) {
        rows[each] = outcome(guard(newRow(), List.of(), 1), Answer.NONE, List.of(), List.of());
      }
      if (random.nextBoolean()) {
        rows[2].otherwise();
      }
      hand.step(name, rows);
      steps.add(name);
    }
    if (random.nextBoolean()) {
      checks("first", List.of(one, two));
    }
    checks("second", List.of(one));
    body("a", List.of(one), List.of(sees), 5);
    body("b", List.of(two), List.of(), 4);
    body("c", List.of(three), List.of(sees), 5);
    return hand.build().withDefinitions(definitions);
  }

  private static List<Parameter> and(Parameter first, List<Parameter> more) {
    List<Parameter> all = new ArrayList<>(List.of(first));
    all.addAll(more);
    return all;
  }

  private PolicyByHand.Row newRow() {
    return row("R" + ++rows);
  }

  private void checks(String name, List<Event> events) {
    List<PolicyByHand.Row> made = new ArrayList<>();
    for (int at = 0; at < 3; at++) {
      PolicyByHand.Row row = guard(newRow(), parameters(events), 2);
      Answer answer =
          List.of(Answer.REFUSE, Answer.FAIL, Answer.PASS, Answer.FORBID).get(random.nextInt(4));
      outcome(row, answer, List.of(), List.of());
      made.add(row);
    }
    hand.table(name, Table.Kind.CHECKS, events, where(), made.toArray(new PolicyByHand.Row[0]));
  }

  private Optional<Expression> where() {
    return random.nextInt(4) == 0 ? Optional.of(expression(2)) : Optional.empty();
  }

  private List<Slot> parameters(List<Event> events) {
    List<Slot> all = new ArrayList<>();
    if (events.size() == 1) {
      all.addAll(events.get(0).parameters());
      for (Parameter each : events.get(0).parameters()) {
        if (!elements.isEmpty() && !each.name().equals("p")) {
          all.add(new Element("w", each, elements));
        }
      }
    }
    return all;
  }

  private void body(String name, List<Event> events, List<Output> sees, int count) {
    List<PolicyByHand.Row> made = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      PolicyByHand.Row row = guard(newRow(), parameters(events), 2);
      Answer answer = random.nextInt(3) > 0
          ? Answer.OK
          : List.of(Answer.REFUSE, Answer.FAIL, Answer.ANY, Answer.OK_OR, Answer.FORBID)
              .get(random.nextInt(5));
      outcome(row, answer, sees, parameters(events));
      made.add(row);
      if (at > 0 && random.nextInt(4) == 0) {
        made.get(at - 1).splitBy("r", "R" + rows);
      }
    }
    if (random.nextInt(3) > 0) {
      PolicyByHand.Row rest = newRow().otherwise();
      made.add(outcome(guard(rest, List.of(), 0), Answer.OK, sees, parameters(events)));
    }
    if (random.nextInt(3) == 0) {
      int main = rows;
      made.add(outcome(newRow().alternativeTo("r", "R" + main), Answer.OK, sees, List.of()));
    }
    hand.table(name, Table.Kind.BODY, events, where(), made.toArray(new PolicyByHand.Row[0]));
  }

  private PolicyByHand.Row guard(PolicyByHand.Row row, List<Slot> more, int most) {
    List<Slot> all = new ArrayList<>(slots);
    all.addAll(more);
    int count = most == 0 ? 0 : 1 + random.nextInt(most);
    for (int at = 0; at < count; at++) {
      Slot slot = all.get(random.nextInt(all.size()));
      switch (random.nextInt(6)) {
        case 0 -> row.same(slot, all.get(random.nextInt(all.size())), random.nextBoolean());
        case 1 ->
          row.holds(
              new Expression.Defined(definitions.get(random.nextInt(3))), random.nextBoolean());
        case 2 -> row.holds(expression(2), random.nextBoolean());
        default -> row.when(slot, some(slot.type()));
      }
    }
    return row;
  }

  private String[] some(Type type) {
    List<String> chosen = new ArrayList<>();
    while (chosen.isEmpty()) {
      for (Value value : type.values()) {
        if (random.nextBoolean()) {
          chosen.add(value.name());
        }
      }
    }
    return chosen.toArray(new String[0]);
  }

  private Expression expression(int depth) {
    Slot slot = slots.get(random.nextInt(slots.size()));
    if (depth == 0 || random.nextInt(4) == 0) {
      List<Value> values = new ArrayList<>();
      for (String each : some(slot.type())) {
        values.add(value(each));
      }
      return new Expression.Within(new Expression.Term(slot, false), values);
    }
    return switch (random.nextInt(definitions.isEmpty() ? 5 : 6)) {
      case 0 -> new Expression.Not(expression(depth - 1));
      case 1 -> new Expression.And(List.of(expression(depth - 1), expression(depth - 1)));
      case 2 -> new Expression.Or(List.of(expression(depth - 1), expression(depth - 1)));
      case 3 ->
        new Expression.Implies(
            List.of(expression(depth - 1), expression(depth - 1), expression(depth - 1)));
      case 4 ->
        new Expression.Compared(
            new Expression.Term(slot, false),
            Expression.Comparator.values()[random.nextInt(6)],
            new Expression.Term(slots.get(random.nextInt(slots.size())), false));
      default -> new Expression.Defined(definitions.get(random.nextInt(definitions.size())));
    };
  }

  private PolicyByHand.Row outcome(
      PolicyByHand.Row row, Answer answer, List<Output> sees, List<Slot> more) {
    boolean error = answer != Answer.OK && answer != Answer.NONE && answer != Answer.FORBID;
    row.answers(answer, error && answer != Answer.PASS ? new String[] {"E1"} : new String[0]);
    if (answer == Answer.FORBID || answer == Answer.PASS) {
      return row;
    }
    for (Output output : sees) {
      row.gives(
          "sees", random.nextInt(5) == 0 ? new NewValue.Any() : newValue(output.type(), more, 1));
    }
    if (answer == Answer.REFUSE && random.nextInt(5) > 0) {
      return row;
    }
    for (Variable variable : variables) {
      if (random.nextInt(3) == 0) {
        row.sets(
            variable,
            switch (random.nextInt(12)) {
              case 0 -> new NewValue.Any();
              case 1 ->
                new NewValue.OneOf(List.of(
                    newValue(variable.type(), more, 0), newValue(variable.type(), more, 0)));
              case 2 -> new NewValue.Kept();
              default -> newValue(variable.type(), more, variable.equals(variables.get(0)) ? 1 : 0);
            });
      }
    }
    for (Slot each : elements(more)) {
      if (random.nextInt(4) == 0) {
        row.sets(
            each,
            random.nextInt(6) == 0
                ? new NewValue.OneOf(
                    List.of(newValue(each.type(), more, 0), newValue(each.type(), more, 0)))
                : newValue(each.type(), more, 0));
      }
    }
    if (random.nextInt(3) == 0) {
      row.does(effects.get(random.nextInt(effects.size())));
    }
    if (random.nextInt(4) == 0) {
      lists.forEach(row::doesWhatSays);
    }
    if (answer != Answer.NONE || !steps.isEmpty()) {
      if (!steps.isEmpty() && random.nextInt(3) == 0) {
        row.calls(steps.get(random.nextInt(steps.size())));
        if (random.nextInt(3) == 0) {
          row.calls(steps.get(0));
        }
      }
    }
    return row;
  }

  /** The elements that something picks here. */
  private List<Slot> elements(List<Slot> more) {
    List<Slot> all = new ArrayList<>(picked);
    more.stream().filter(Element.class::isInstance).forEach(all::add);
    return all;
  }

  private NewValue newValue(Type type, List<Slot> more, int primed) {
    List<Slot> some = elements(more);
    if (!some.isEmpty() && random.nextInt(4) == 0) {
      Slot element = some.get(random.nextInt(some.size()));
      boolean after = primed > 0 && random.nextBoolean();
      return random.nextInt(3) == 0
          ? new NewValue.Mapped(MAP, element, after)
          : new NewValue.Read(element, after);
    }
    // Only x reads new values, and only y's and n's, so that no circle comes about.
    return switch (random.nextInt(6)) {
      case 0 -> {
        List<Slot> all = new ArrayList<>(variables);
        all.addAll(more);
        yield new NewValue.Read(all.get(random.nextInt(all.size())), false);
      }
      case 1 -> new NewValue.Read(variables.get(1 + random.nextInt(2)), primed > 0);
      case 2 -> new NewValue.Shifted(variables.get(2), false, random.nextBoolean() ? 1 : -1);
      case 3 -> new NewValue.Mapped(MAP, variables.get(0), false);
      default -> constant(type.values().get(random.nextInt(type.size())).name());
    };
  }
}
