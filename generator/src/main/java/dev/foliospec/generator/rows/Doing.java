package dev.foliospec.generator.rows;

import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.Event;
import dev.foliospec.model.Expression;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.Output;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a row does where one row of each of its steps is chosen. */
final class Doing {
  /** What a row or step does. */
  private record Change(List<Write> writes, List<EffectItem> effects) {}

  private final Policy policy;
  private final Settled settled;
  private final Event event;
  private final Map<String, Transition> chosen;
  private final Map<String, Change> done = new HashMap<>();
  private final List<Pick> picks = new ArrayList<>();
  private final List<Transition> steps = new ArrayList<>();

  Doing(Policy policy, Settled settled, Event event, Map<String, Transition> chosen) {
    this.policy = policy;
    this.settled = settled;
    this.event = event;
    this.chosen = chosen;
  }

  Way way(Transition row, List<Expression> when) {
    Change change = change(row);
    Outcome outcome = row.outcome();
    List<Reply> replies = new ArrayList<>();
    List<String> ok = List.of(Reply.OK);
    List<String> errors = Lowering.errors(outcome);
    List<List<Shown>> outputs = shown(outcome.outputs(), change.writes());
    List<List<Shown>> nothingDone = shown(outcome.errorOutputs(), List.of());
    switch (outcome.answer()) {
      case OK -> replies.add(new Reply(ok, true, outputs));
      case REFUSE -> replies.add(new Reply(errors, false, shown(outcome.outputs(), List.of())));
      case FAIL -> replies.add(new Reply(errors, true, outputs));
      case ANY -> {
        replies.add(new Reply(ok, true, outputs));
        if (!errors.isEmpty()) {
          List<List<Shown>> withError = shown(outcome.errorOutputs(), change.writes());
          replies.add(new Reply(errors, true, withError));
          replies.add(new Reply(errors, false, nothingDone));
        }
      }
      case OK_OR -> {
        replies.add(new Reply(ok, true, outputs));
        replies.add(new Reply(errors, false, nothingDone));
      }
      case FORBID, PASS, NONE ->
        throw new IllegalArgumentException(row.id() + " is not a row that is carried out");
    }
    return new Way(steps, when, picks, change.writes(), change.effects(), replies);
  }

  private Change change(Transition row) {
    List<Write> writes = new ArrayList<>();
    List<EffectItem> effects = new ArrayList<>();
    for (EffectItem item : row.outcome().effects()) {
      if (item instanceof EffectItem.Call call) {
        Change called = called(call.step());
        effects.addAll(called.effects());
        for (Write write : called.writes()) {
          // Where two steps write one variable, they write the same.
          if (writes.stream().noneMatch(other -> same(other.target(), write.target()))) {
            writes.add(write);
          }
        }
      } else if (item instanceof EffectItem.FromTrait from) {
        effects.addAll(listed(from));
      } else {
        effects.add(item);
      }
    }
    for (Update update : ordered(row.outcome().updates())) {
      Origin value = cell(update.target(), update.value(), writes);
      if (!(update.target() instanceof Element)) {
        writes.removeIf(other -> same(other.target(), update.target()));
      }
      writes.add(new Write(update.target(), value));
    }
    return new Change(writes, effects);
  }

  private Change called(String step) {
    Change known = done.get(step);
    if (known == null) {
      Transition row = chosen.get(step);
      if (row == null) {
        throw new IllegalStateException("no row is chosen of step " + step);
      }
      steps.add(row);
      known = change(row);
      done.put(step, known);
    }
    return known;
  }

  /** The effects of a decided trait, or the item that stands for them. */
  private List<EffectItem> listed(EffectItem.FromTrait from) {
    for (TraitSetting setting : policy.traits()) {
      if (setting.trait().name().equals(from.trait().name())) {
        if (setting.undecided()) {
          return List.of(from);
        }
        List<EffectItem> effects = new ArrayList<>();
        if (setting.alternatives().get(0) instanceof TraitSetting.Listed listed) {
          for (Effect effect : listed.effects()) {
            effects.add(new EffectItem.Do(effect));
          }
        }
        return effects;
      }
    }
    return List.of();
  }

  private static boolean same(Slot one, Slot other) {
    return one.name().equals(other.name());
  }

  /** A row's own cells, each after those whose new values it reads. */
  private static List<Update> ordered(List<Update> updates) {
    List<Update> left = new ArrayList<>(updates);
    left.removeIf(update -> update.value() instanceof NewValue.Kept);
    List<Update> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      Update next = left.get(0);
      for (Update update : left) {
        if (left.stream().noneMatch(other -> !other.equals(update) && reads(update, other))) {
          next = update;
          break;
        }
      }
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  private static boolean reads(Update reader, Update written) {
    return reader.value().readsAfter().stream().anyMatch(written::mayWrite);
  }

  // --- What a cell stands for
  // ----------------------------------------------------------------------

  private Origin cell(Slot target, NewValue value, List<Write> writes) {
    if (value instanceof NewValue.Any) {
      return picked(target, true, List.of());
    }
    if (value instanceof NewValue.OneOf some) {
      boolean whole = false;
      LinkedHashSet<Origin> options = new LinkedHashSet<>();
      for (NewValue choice : some.choices()) {
        whole |= choice instanceof NewValue.Any;
        if (!(choice instanceof NewValue.Any)) {
          options.add(
              choice instanceof NewValue.Kept
                  ? read(target, true, writes)
                  : origin(choice, writes));
        }
      }
      if (!whole && options.size() == 1) {
        return options.iterator().next();
      }
      return picked(target, whole, whole ? List.of() : List.copyOf(options));
    }
    return origin(value, writes);
  }

  private Origin picked(Slot target, boolean whole, List<Origin> options) {
    Pick pick = new Pick(picks.size(), target, whole, options);
    picks.add(pick);
    return new Origin.Picked(pick);
  }

  private Origin origin(NewValue value, List<Write> writes) {
    if (value instanceof NewValue.Constant constant) {
      return new Origin.Constant(constant.value());
    }
    if (value instanceof NewValue.Read read) {
      return read(read.slot(), read.primed(), writes);
    }
    if (value instanceof NewValue.Shifted shifted) {
      Origin from = read(shifted.slot(), shifted.primed(), writes);
      if (from instanceof Origin.Constant constant
          && constant.value().isNumber()
          && constant.value().number() + shifted.by() >= 0) {
        return new Origin.Constant(Value.of(constant.value().number() + shifted.by()));
      }
      return new Origin.Shifted(from, shifted.by());
    }
    if (value instanceof NewValue.Mapped mapped) {
      Origin from = read(mapped.slot(), mapped.primed(), writes);
      if (from instanceof Origin.Constant constant) {
        Value to = mapped.map().entries().get(constant.value());
        if (to != null) {
          return new Origin.Constant(to);
        }
      }
      return new Origin.Mapped(mapped.map(), from);
    }
    throw new IllegalArgumentException("a cell that is no value: " + value);
  }

  private Origin read(Slot named, boolean primed, List<Write> writes) {
    Optional<Value> value = settled.value(named);
    if (value.isPresent()) {
      return new Origin.Constant(value.get());
    }
    Slot slot = settled.slot(named);
    Origin read = new Origin.Read(slot);
    if (primed) {
      for (Write write : writes) {
        if (same(write.target(), slot)) {
          read = write.value();
        } else {
          Optional<Expression> meeting = meeting(write.target(), slot);
          if (meeting.isPresent()) {
            read = new Origin.Either(meeting.get(), write.value(), read);
          }
        }
      }
    }
    return read;
  }

  /** When two slots, of different names, are one element; empty where they never are. */
  private static Optional<Expression> meeting(Slot one, Slot other) {
    if (one instanceof Element first && other instanceof Element second) {
      return first.family().equals(second.family())
          ? Optional.of(new Expression.Compared(
              new Expression.Term(first.index(), false),
              Expression.Comparator.EQUAL,
              new Expression.Term(second.index(), false)))
          : Optional.empty();
    }
    if (one instanceof Variable && other instanceof Element) {
      return meeting(other, one);
    }
    if (one instanceof Element element
        && other instanceof Variable variable
        && variable.member().isPresent()
        && variable.family().equals(element.family())) {
      return Optional.of(new Expression.Within(
          new Expression.Term(element.index(), false),
          List.of(variable.member().get().key())));
    }
    return Optional.empty();
  }

  // --- What is shown
  // -------------------------------------------------------------------------------

  private List<List<Shown>> shown(List<OutputValue> given, List<Write> writes) {
    List<List<Shown>> shown = new ArrayList<>();
    for (Output output : event.outputs()) {
      LinkedHashSet<Shown> options = new LinkedHashSet<>();
      for (OutputValue each : given) {
        if (each.output().equals(output.name())) {
          List<NewValue> choices =
              each.value() instanceof NewValue.OneOf some ? some.choices() : List.of(each.value());
          choices.forEach(choice -> options.add(shown(choice, writes)));
        }
      }
      if (options.isEmpty()) {
        options.add(new Shown.Nothing());
      }
      shown.add(List.copyOf(options));
    }
    return shown;
  }

  private Shown shown(NewValue value, List<Write> writes) {
    if (value instanceof NewValue.Nothing || value instanceof NewValue.Kept) {
      return new Shown.Nothing();
    }
    return value instanceof NewValue.Any
        ? new Shown.Anything()
        : new Shown.One(origin(value, writes));
  }
}
