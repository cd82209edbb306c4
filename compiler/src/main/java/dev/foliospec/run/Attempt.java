package dev.foliospec.run;

import dev.foliospec.model.Configuration;
import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.State;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows that answer at one point, carried out: steps called, cells worked out, every open choice
 * taken in turn. The first trouble met is kept; the rest goes on with the values from before.
 */
final class Attempt {
  /** What a row or step may do: the variables written, and the effects in order. */
  private record Change(Map<String, Value> written, List<Effect> effects) {}

  private final Rows rows;
  private final Policy policy;
  private final Configuration configuration;
  private final Point before;
  private final State state;
  private final Event event;
  private final Map<String, List<Change>> stepsDone = new HashMap<>();
  private final List<Response> responses = new ArrayList<>();
  private Reply.@Nullable Faulty trouble;

  Attempt(Rows rows, Configuration configuration, Point before, State state, Event event) {
    this.rows = rows;
    this.policy = before.policy();
    this.configuration = configuration;
    this.before = before;
    this.state = state;
    this.event = event;
  }

  /** What the rows may do together, or the first trouble met. */
  Reply carryOut(List<Transition> answering) {
    for (Transition row : answering) {
      carryOut(row);
    }
    return trouble != null ? trouble : new Reply.Answered(List.copyOf(responses));
  }

  private void carryOut(Transition row) {
    Outcome outcome = row.outcome();
    for (Change change : changes(row)) {
      State next = after(change);
      ensure(row, change);
      switch (outcome.answer()) {
        case OK -> ok(row, change, next);
        case REFUSE -> {
          stayPut(row, change, next);
          errors(row, outcome.outputs(), Response.Kind.REFUSED, change, next);
        }
        case FAIL -> errors(row, outcome.outputs(), Response.Kind.FAILED, change, next);
        case ANY -> {
          ok(row, change, next);
          errors(row, outcome.errorOutputs(), Response.Kind.FAILED, change, next);
          refused(row);
        }
        case OK_OR -> {
          ok(row, change, next);
          refused(row);
        }
        case FORBID, PASS, NONE ->
          throw new IllegalArgumentException(row.id() + " is not a row that is carried out");
      }
    }
  }

  private void ok(Transition row, Change change, State next) {
    respond(row, Response.Kind.OK, "ok", row.outcome().outputs(), change, next);
  }

  private void errors(
      Transition row, List<OutputValue> shown, Response.Kind kind, Change change, State next) {
    for (ErrorAnswer error : row.outcome().errors()) {
      respond(row, kind, error.name(), shown, change, next);
    }
  }

  /** The errors of a row that could also have answered ok: nothing changes, nothing is done. */
  private void refused(Transition row) {
    Change none = new Change(Map.of(), List.of());
    errors(row, row.outcome().errorOutputs(), Response.Kind.REFUSED, none, state);
  }

  private void respond(
      Transition row,
      Response.Kind kind,
      String answer,
      List<OutputValue> given,
      Change change,
      State next) {
    List<List<Shown>> shown = List.of(List.of());
    for (Output output : event.outputs()) {
      List<Shown> choices = shown(row, output, given, change);
      List<List<Shown>> longer = new ArrayList<>();
      for (List<Shown> each : shown) {
        for (Shown choice : choices) {
          List<Shown> more = new ArrayList<>(each);
          more.add(choice);
          longer.add(more);
        }
      }
      shown = longer;
    }
    for (List<Shown> outputs : shown) {
      Response response = new Response(row.id(), kind, answer, outputs, change.effects(), next);
      boolean known = false;
      for (Response other : responses) {
        known |= alike(other, response);
      }
      if (!known) {
        responses.add(response);
      }
    }
  }

  /** Whether two responses cannot be told apart; effects are compared by their names. */
  private static boolean alike(Response one, Response other) {
    return one.row().equals(other.row())
        && one.kind() == other.kind()
        && one.answer().equals(other.answer())
        && one.next().equals(other.next())
        && one.outputs().equals(other.outputs())
        && names(one.effects()).equals(names(other.effects()));
  }

  private static List<String> names(List<Effect> effects) {
    return effects.stream().map(Effect::name).toList();
  }

  private List<Shown> shown(Transition row, Output output, List<OutputValue> given, Change change) {
    List<Shown> shown = new ArrayList<>();
    for (OutputValue each : given) {
      if (each.output().equals(output.name())) {
        for (NewValue choice : choices(settled(each.value()))) {
          if (choice instanceof NewValue.Nothing || choice instanceof NewValue.Kept) {
            shown.add(new Shown.None());
          } else if (choice instanceof NewValue.Any) {
            shown.add(new Shown.Whatever());
          } else {
            value(row, choice, change.written())
                .filter(value -> output.type().has(value)
                    || trouble(row, Reply.Trouble.OUTSIDE_RANGE, output.name()))
                .ifPresent(value -> shown.add(new Shown.One(value)));
          }
        }
      }
    }
    if (shown.size() > 1) {
      return List.copyOf(new LinkedHashSet<>(shown));
    }
    return shown.isEmpty() ? List.of(new Shown.None()) : shown;
  }

  private void stayPut(Transition row, Change change, State next) {
    for (int at = 0; at < state.values().size(); at++) {
      if (!next.values().get(at).equals(state.values().get(at))) {
        trouble(row, Reply.Trouble.REFUSAL_CHANGES, policy.variables().get(at).name());
      }
    }
    if (!change.effects().isEmpty()) {
      trouble(row, Reply.Trouble.REFUSAL_CHANGES, change.effects().get(0).name());
    }
  }

  private void ensure(Transition row, Change change) {
    Set<String> asked = new HashSet<>();
    for (Effect effect : change.effects()) {
      if (effect.ensures().isPresent()
          && asked.add(effect.name())
          && !before.holds(effect.ensures().get(), change.written())) {
        trouble(row, Reply.Trouble.ENSURES_BROKEN, effect.name());
      }
    }
  }

  private State after(Change change) {
    List<Value> values = new ArrayList<>(state.values());
    for (int at = 0; at < values.size(); at++) {
      Value written = change.written().get(policy.variables().get(at).name());
      if (written != null) {
        values.set(at, written);
      }
    }
    return new State(values);
  }

  // --- What a row or step writes ---------------------------------------------------------------

  /** All that a row may do: first its steps and effects in order, then its own cells over them. */
  private List<Change> changes(Transition row) {
    List<Update> own = new ArrayList<>();
    Set<String> mine = new HashSet<>();
    List<Update> again = new ArrayList<>();
    for (Update written : row.outcome().updates()) {
      if (!(written.value() instanceof NewValue.Kept)) {
        Update update = settled(written);
        (mine.add(update.name()) ? own : again).add(update);
      }
    }
    List<Change> done = List.of(new Change(Map.of(), List.of()));
    for (EffectItem item : row.outcome().effects()) {
      List<Change> longer = new ArrayList<>();
      for (Change so : done) {
        for (Change more : changes(row, item)) {
          longer.add(joined(row, mine, so, more));
        }
      }
      done = longer;
    }
    for (Update update : ordered(own)) {
      List<Change> longer = new ArrayList<>();
      for (Change so : done) {
        for (Value value : values(row, update, so.written())) {
          Map<String, Value> written = new LinkedHashMap<>(so.written());
          written.put(update.name(), value);
          longer.add(new Change(written, so.effects()));
        }
      }
      done = longer;
    }
    for (Update update : again) {
      for (Change so : done) {
        for (Value value : values(row, update, so.written())) {
          if (!value.equals(so.written().get(update.name()))) {
            trouble(row, Reply.Trouble.CELLS_DISAGREE, update.name());
          }
        }
      }
    }
    return done;
  }

  /** A cell with its elements picked: it writes and reads plain variables. */
  private Update settled(Update update) {
    return new Update(before.settled(update.target()), settled(update.value()), update.at());
  }

  private NewValue settled(NewValue value) {
    if (value instanceof NewValue.Read read) {
      return new NewValue.Read(before.settled(read.slot()), read.primed());
    }
    if (value instanceof NewValue.Shifted shifted) {
      return new NewValue.Shifted(before.settled(shifted.slot()), shifted.primed(), shifted.by());
    }
    if (value instanceof NewValue.Mapped mapped) {
      return new NewValue.Mapped(mapped.map(), before.settled(mapped.slot()), mapped.primed());
    }
    return value instanceof NewValue.OneOf some
        ? new NewValue.OneOf(some.choices().stream().map(this::settled).toList())
        : value;
  }

  private List<Change> changes(Transition row, EffectItem item) {
    if (item instanceof EffectItem.Do one) {
      return List.of(new Change(Map.of(), List.of(one.effect())));
    }
    if (item instanceof EffectItem.FromTrait from) {
      return List.of(new Change(Map.of(), listed(from.trait().name())));
    }
    return called(row, ((EffectItem.Call) item).step());
  }

  /** The effects that a trait stands for in this configuration. */
  private List<Effect> listed(String trait) {
    for (TraitSetting setting : policy.traits()) {
      if (setting.trait().name().equals(trait)
          && Point.alternative(policy, setting, configuration)
              instanceof TraitSetting.Listed listed) {
        return listed.effects();
      }
    }
    return List.of();
  }

  private List<Change> called(Transition caller, String name) {
    List<Change> known = stepsDone.get(name);
    if (known == null) {
      known = step(caller, name);
      stepsDone.put(name, known);
    }
    return known;
  }

  private List<Change> step(Transition caller, String name) {
    List<Transition> applying = new ArrayList<>();
    Optional<Table> step = policy.step(name);
    if (step.isPresent() && rows.opened(before, step.get())) {
      for (Transition row : step.get().rows()) {
        if (rows.applies(before, step.get(), row, Optional.empty())) {
          applying.add(row);
        }
      }
    }
    if (applying.size() != 1) {
      trouble(
          caller, applying.isEmpty() ? Reply.Trouble.STEP_GAP : Reply.Trouble.STEP_OVERLAP, name);
      return List.of(new Change(Map.of(), List.of()));
    }
    List<Change> done = changes(applying.get(0));
    return done.size() == 1 ? done : List.copyOf(new LinkedHashSet<>(done));
  }

  /** Two changes one after the other; where both write a variable, they must agree. */
  private Change joined(Transition row, Set<String> overridden, Change first, Change second) {
    if (first.written().isEmpty() && first.effects().isEmpty()) {
      return second;
    }
    Map<String, Value> written = new LinkedHashMap<>(first.written());
    for (Map.Entry<String, Value> each : second.written().entrySet()) {
      Value other = written.putIfAbsent(each.getKey(), each.getValue());
      if (other != null && !other.equals(each.getValue()) && !overridden.contains(each.getKey())) {
        trouble(row, Reply.Trouble.STEPS_DISAGREE, each.getKey());
      }
    }
    List<Effect> effects = new ArrayList<>(first.effects());
    effects.addAll(second.effects());
    return new Change(written, effects);
  }

  /** A row's own cells, each after those whose new values it reads. */
  private static List<Update> ordered(List<Update> own) {
    boolean apart = true;
    for (Update update : own) {
      apart &= update.value() instanceof NewValue.Constant;
    }
    if (apart || own.size() < 2) {
      return own;
    }
    Map<String, Update> left = new LinkedHashMap<>();
    for (Update update : own) {
      left.put(update.name(), update);
    }
    List<Update> ordered = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    for (Update update : own) {
      open.push(update.name());
      while (!open.isEmpty()) {
        Update top = left.get(open.peek());
        if (top == null) {
          open.pop();
          continue;
        }
        Optional<String> first =
            top.value().readsAfter().stream().filter(left::containsKey).findFirst();
        if (first.isPresent() && open.size() <= own.size()) {
          open.push(first.get());
        } else {
          left.remove(open.pop());
          ordered.add(top);
        }
      }
    }
    return ordered;
  }

  // --- What a cell stands for ------------------------------------------------------------------

  private static List<NewValue> choices(NewValue value) {
    return value instanceof NewValue.OneOf some ? some.choices() : List.of(value);
  }

  /** The values that a cell may give a variable. */
  private Set<Value> values(Transition row, Update update, Map<String, Value> written) {
    Slot variable = update.target();
    Set<Value> values = new LinkedHashSet<>();
    for (NewValue choice : choices(update.value())) {
      if (choice instanceof NewValue.Any) {
        values.addAll(variable.type().values());
      } else if (choice instanceof NewValue.Kept || choice instanceof NewValue.Nothing) {
        values.add(written.getOrDefault(variable.name(), before.value(variable)));
      } else {
        Value value = value(row, choice, written).orElse(before.value(variable));
        if (variable.type().has(value)
            || trouble(row, Reply.Trouble.OUTSIDE_RANGE, variable.name())) {
          values.add(value);
        } else {
          values.add(before.value(variable));
        }
      }
    }
    return values;
  }

  private Optional<Value> value(Transition row, NewValue from, Map<String, Value> written) {
    if (from instanceof NewValue.Constant constant) {
      return Optional.of(constant.value());
    }
    if (from instanceof NewValue.Read read) {
      return Optional.of(
          read(read.slot().name(), read.primed(), before.value(read.slot()), written));
    }
    if (from instanceof NewValue.Shifted shifted) {
      Value at =
          read(shifted.slot().name(), shifted.primed(), before.value(shifted.slot()), written);
      return Optional.of(Value.of(at.number() + shifted.by()));
    }
    NewValue.Mapped mapped = (NewValue.Mapped) from;
    Value at = read(mapped.slot().name(), mapped.primed(), before.value(mapped.slot()), written);
    Value to = mapped.map().entries().get(at);
    if (to == null) {
      trouble(row, Reply.Trouble.OUTSIDE_MAP, mapped.map().name());
    }
    return Optional.ofNullable(to);
  }

  private static Value read(
      String name, boolean primed, Value unprimed, Map<String, Value> written) {
    return primed ? written.getOrDefault(name, unprimed) : unprimed;
  }

  /** Keeps the first trouble; always false. */
  private boolean trouble(Transition row, Reply.Trouble what, String subject) {
    if (trouble == null) {
      trouble = new Reply.Faulty(row.id(), what, subject);
    }
    return false;
  }
}
