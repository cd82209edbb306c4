package dev.foliospec.check;

import dev.foliospec.model.Effect;
import dev.foliospec.model.EffectItem;
import dev.foliospec.model.Element;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Initial;
import dev.foliospec.model.NewValue;
import dev.foliospec.model.Outcome;
import dev.foliospec.model.OutputValue;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Table;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Update;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that some policies use, each kind by itself. */
final class Uses {
  final Set<String> effects = new HashSet<>();
  final Set<String> errors = new HashSet<>();
  final Set<String> definitions = new HashSet<>();
  final Set<String> maps = new HashSet<>();
  final Set<String> steps = new HashSet<>();

  /**
   * Flags, chances and traits that are read; variables that a condition, output or the like reads, all
   * elements of an indexed one as one.
   */
  final Set<String> read = new HashSet<>();

  /** Variables that a row writes. */
  final Set<String> written = new HashSet<>();

  /** For each variable those that are read to work out its new value. */
  private final Map<String, Set<String>> flows = new HashMap<>();

  private final Reads reads = new Reads();

  /** Adds what others use. */
  void add(Uses others) {
    effects.addAll(others.effects);
    errors.addAll(others.errors);
    definitions.addAll(others.definitions);
    maps.addAll(others.maps);
    steps.addAll(others.steps);
    read.addAll(others.read);
    written.addAll(others.written);
    for (Map.Entry<String, Set<String>> each : others.flows.entrySet()) {
      flows.computeIfAbsent(each.getKey(), none -> new HashSet<>()).addAll(each.getValue());
    }
    settle();
  }

  /** Adds what a policy uses. */
  void add(Policy policy) {
    for (Table table : policy.tables()) {
      table.where().ifPresent(reads::add);
      for (Transition row : table.rows()) {
        reads.addConditions(row);
        add(row.outcome());
      }
    }
    for (Event event : policy.events()) {
      event.onlyWhen().ifPresent(reads::add);
    }
    for (Initial initial : policy.initials()) {
      for (Initial.Case each : initial.cases()) {
        each.condition().ifPresent(reads::add);
      }
    }
    for (TraitSetting setting : policy.traits()) {
      for (TraitSetting.Alternative each : setting.alternatives()) {
        if (each instanceof TraitSetting.ByFlag byFlag) {
          read.add(byFlag.flag().name());
        } else if (each instanceof TraitSetting.Listed listed) {
          listed.effects().forEach(this::add);
        }
      }
    }
    settle();
  }

  private void add(Outcome outcome) {
    List<OutputValue> outputs = new ArrayList<>(outcome.outputs());
    outputs.addAll(outcome.errorOutputs());
    for (OutputValue output : outputs) {
      reads.add(output.value());
    }
    if (outcome.errors().size() == 1 || outcome.answer() == Outcome.Answer.OK_OR) {
      for (ErrorAnswer error : outcome.errors()) {
        errors.add(error.name());
      }
    }
    for (Update update : outcome.updates()) {
      Reads from = new Reads();
      from.add(update.value());
      maps.addAll(from.maps());
      if (update.target() instanceof Element element) {
        for (Slot slot : element.index().sources()) {
          if (!(slot instanceof Parameter)) {
            read.add(used(slot));
          }
        }
      }
      String name = update.variables().get(0).family();
      if (!(update.value() instanceof NewValue.Kept)) {
        written.add(name);
      }
      for (Slot slot : from.slots()) {
        if (slot instanceof Variable) {
          flows.computeIfAbsent(name, none -> new HashSet<>()).add(used(slot));
        } else if (!(slot instanceof Parameter)) {
          read.add(used(slot));
        }
      }
    }
    for (EffectItem item : outcome.effects()) {
      if (item instanceof EffectItem.Do each) {
        add(each.effect());
      } else if (item instanceof EffectItem.Call call) {
        steps.add(call.step());
      } else if (item instanceof EffectItem.FromTrait from) {
        read.add(from.trait().name());
      }
    }
  }

  private void add(Effect effect) {
    if (effects.add(effect.name())) {
      effect.ensures().ifPresent(reads::add);
    }
  }

  /** Works out which variables are read in the end, by way of others. */
  private void settle() {
    definitions.addAll(reads.definitions());
    maps.addAll(reads.maps());
    for (Slot slot : reads.slots()) {
      if (!(slot instanceof Parameter)) {
        read.add(used(slot));
      }
    }
    List<String> open = new ArrayList<>(read);
    while (!open.isEmpty()) {
      for (String from : flows.getOrDefault(open.remove(open.size() - 1), Set.of())) {
        if (read.add(from)) {
          open.add(from);
        }
      }
    }
  }

  /** The name under which the use of a slot is noted: all elements of an indexed variable are one. */
  private static String used(Slot slot) {
    return slot instanceof Variable variable ? variable.family() : slot.name();
  }

  /** Whether a variable, or any element of an indexed one, is read. */
  boolean reads(Variable variable) {
    return read.contains(variable.family());
  }

  /** Whether a row writes a variable, or any element of an indexed one. */
  boolean writes(Variable variable) {
    return written.contains(variable.family());
  }

  /** Whether a trait is read. */
  boolean reads(Trait trait) {
    return read.contains(trait.name());
  }
}
