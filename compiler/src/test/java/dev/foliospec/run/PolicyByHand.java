package dev.foliospec.run;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.Flag;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Guard;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Lack;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Type;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds small policies without their text, so that no parser stands between a test and a row. */
public final class PolicyByHand {
  /** Where everything built here stands. */
  public static final Span NOWHERE = new SourceFile("by/hand.folio", "by hand\n").span(0, 2);

  private final String name;
  private final List<Variable> variables = new ArrayList<>();
  private final List<FlagSetting> flags = new ArrayList<>();
  private final List<TraitSetting> traits = new ArrayList<>();
  private final List<Chance> chances = new ArrayList<>();
  private final List<Initial> initials = new ArrayList<>();
  private final List<Event> events = new ArrayList<>();
  private final List<Lack> lacks = new ArrayList<>();
  private final List<Table> tables = new ArrayList<>();

  public PolicyByHand(String name) {
    this.name = name;
  }

  public static Type type(String... values) {
    return new Type(
        Optional.empty(), Arrays.stream(values).map(Value::new).toList(), true, List.of());
  }

  public static Value value(String name) {
    return new Value(name);
  }

  public Variable variable(String called, String initial, String... values) {
    Variable made = new Variable(
        called,
        type(values),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.of(value(initial)),
        Optional.empty(),
        Optional.empty(),
        NOWHERE);
    variables.add(made);
    return made;
  }

  /** The elements of an indexed variable. */
  public List<Variable> elements(String called, Type over, String initial, String... values) {
    Type type = type(values);
    List<Variable> made = new ArrayList<>();
    for (Value key : over.values()) {
      made.add(new Variable(
          called + "[" + key + "]",
          type,
          false,
          Optional.empty(),
          Optional.empty(),
          Optional.of(value(initial)),
          Optional.empty(),
          Optional.of(new Variable.Member(called, over, key)),
          NOWHERE));
    }
    variables.addAll(made);
    return made;
  }

  public Flag flag(String called, String... values) {
    Flag made = new Flag(called, type(values), Optional.empty(), Optional.empty(), NOWHERE);
    flags.add(new FlagSetting(made, made.type().values(), Grounds.NONE));
    return made;
  }

  public Trait trait(String called, Type type, TraitSetting.Alternative... alternatives) {
    Trait made = new Trait(called, type, type.size() == 0, Optional.empty(), NOWHERE);
    traits.add(new TraitSetting(made, List.of(alternatives), Grounds.NONE, NOWHERE));
    return made;
  }

  public Chance chance(String called, String usual, String... values) {
    Chance made = new Chance(called, type(values), value(usual), Optional.empty(), NOWHERE);
    chances.add(made);
    return made;
  }

  public void init(Variable variable, Initial.Case... cases) {
    initials.add(new Initial(variable, List.of(cases), NOWHERE));
  }

  public Event event(String called, List<Parameter> parameters, Output... outputs) {
    return event(called, parameters, Optional.empty(), outputs);
  }

  public Event event(
      String called, List<Parameter> parameters, Optional<Expression> onlyWhen, Output... outputs) {
    Event made = new Event(
        called, parameters, "host", List.of(outputs), onlyWhen, false, Optional.empty(), NOWHERE);
    events.add(made);
    return made;
  }

  public void lacks(Event event) {
    events.remove(event);
    lacks.add(new Lack(event, Grounds.NONE, NOWHERE));
  }

  public static Effect effect(String called) {
    return new Effect(called, Optional.empty(), Optional.empty(), Optional.empty(), NOWHERE);
  }

  public static Effect effect(String called, Expression ensures) {
    return new Effect(called, Optional.empty(), Optional.of(ensures), Optional.empty(), NOWHERE);
  }

  public static ErrorAnswer error(String called) {
    return new ErrorAnswer(called, Optional.empty(), Optional.empty(), NOWHERE);
  }

  public PolicyByHand checks(String called, List<Event> on, Row... rows) {
    return table(called, Table.Kind.CHECKS, on, Optional.empty(), rows);
  }

  public PolicyByHand body(String called, List<Event> on, Row... rows) {
    return table(called, Table.Kind.BODY, on, Optional.empty(), rows);
  }

  public PolicyByHand step(String called, Row... rows) {
    return table(called, Table.Kind.STEP, List.of(), Optional.empty(), rows);
  }

  public PolicyByHand table(
      String called, Table.Kind kind, List<Event> on, Optional<Expression> where, Row... rows) {
    tables.add(new Table(
        called,
        kind,
        on,
        where,
        Arrays.stream(rows).map(row -> row.made(name, on)).toList(),
        List.of(),
        name,
        Optional.empty(),
        NOWHERE));
    return this;
  }

  public Policy build() {
    Vocabulary vocabulary = new Vocabulary(
        "by_hand",
        List.of(),
        List.of("host"),
        List.of(),
        List.of(),
        List.of(),
        variables,
        flags.stream().map(FlagSetting::flag).toList(),
        traits.stream().map(TraitSetting::trait).toList(),
        chances,
        initials,
        events,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        NOWHERE);
    return new Policy(
        name,
        false,
        true,
        vocabulary,
        List.of(),
        List.of(),
        List.of(),
        variables,
        flags,
        traits,
        chances,
        initials,
        events,
        lacks,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        of(Table.Kind.CHECKS),
        of(Table.Kind.BODY),
        of(Table.Kind.STEP),
        Optional.empty(),
        Grounds.NONE,
        Optional.empty(),
        NOWHERE);
  }

  private List<Table> of(Table.Kind kind) {
    return tables.stream().filter(table -> table.kind() == kind).toList();
  }

  public static NewValue constant(String name) {
    return new NewValue.Constant(value(name));
  }

  public static Row row(String id) {
    return new Row(id);
  }

  /** One row, said piece by piece. */
  public static final class Row {
    private final String id;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<RowId> splitBy = new ArrayList<>();
    private final List<OutputValue> outputs = new ArrayList<>();
    private final List<OutputValue> errorOutputs = new ArrayList<>();
    private final List<Update> updates = new ArrayList<>();
    private final List<EffectItem> effects = new ArrayList<>();
    private Optional<RowId> alternativeTo = Optional.empty();
    private Optional<List<Event>> events = Optional.empty();
    private boolean otherwise;
    private Outcome.Answer answer = Outcome.Answer.NONE;
    private List<ErrorAnswer> errors = List.of();

    private Row(String id) {
      this.id = id;
    }

    public Row on(Event... some) {
      events = Optional.of(List.of(some));
      return this;
    }

    public Row when(Slot slot, String... values) {
      List<Value> allowed = Arrays.stream(values).map(Value::new).toList();
      conditions.add(new Condition(slot.name(), new Condition.Within(slot, allowed), NOWHERE));
      return this;
    }

    public Row same(Slot slot, Slot other, boolean negated) {
      conditions.add(new Condition(slot.name(), new Condition.Same(slot, other, negated), NOWHERE));
      return this;
    }

    public Row holds(Expression expression, boolean truth) {
      conditions.add(new Condition("when", new Condition.Holds(expression, truth), NOWHERE));
      return this;
    }

    public Row otherwise() {
      otherwise = true;
      return this;
    }

    public Row splitBy(String policy, String... ids) {
      Arrays.stream(ids).map(each -> new RowId(policy, each)).forEach(splitBy::add);
      return this;
    }

    public Row alternativeTo(String policy, String other) {
      alternativeTo = Optional.of(new RowId(policy, other));
      return this;
    }

    public Row answers(Outcome.Answer what, String... names) {
      answer = what;
      errors = Arrays.stream(names).map(PolicyByHand::error).toList();
      return this;
    }

    public Row gives(String output, NewValue value) {
      outputs.add(new OutputValue(output, value, NOWHERE));
      return this;
    }

    public Row givesWithError(String output, NewValue value) {
      errorOutputs.add(new OutputValue(output, value, NOWHERE));
      return this;
    }

    public Row sets(Slot target, NewValue value) {
      updates.add(new Update(target, value, NOWHERE));
      return this;
    }

    public Row does(Effect... some) {
      Arrays.stream(some).map(EffectItem.Do::new).forEach(effects::add);
      return this;
    }

    public Row calls(String step) {
      effects.add(new EffectItem.Call(step));
      return this;
    }

    public Row doesWhatSays(Trait trait) {
      effects.add(new EffectItem.FromTrait(trait));
      return this;
    }

    private Transition made(String policy, List<Event> on) {
      return new Transition(
          new RowId(policy, id),
          events.orElse(on),
          new Guard(conditions, otherwise),
          splitBy,
          alternativeTo,
          new Outcome(answer, errors, outputs, errorOutputs, updates, effects),
          List.of(),
          List.of(),
          Grounds.NONE,
          List.of(),
          Optional.empty(),
          NOWHERE);
    }
  }

  /** The values of a map, for short. */
  public static Map<Value, Value> entries(String... pairs) {
    java.util.LinkedHashMap<Value, Value> entries = new java.util.LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      entries.put(value(pairs[at]), value(pairs[at + 1]));
    }
    return entries;
  }
}
