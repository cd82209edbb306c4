package dev.foliospec.check;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Region;
import dev.foliospec.explore.Trace;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Condition;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Element;
import dev.foliospec.model.Flag;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Input;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Slot;
import dev.foliospec.model.State;
import dev.foliospec.model.Trait;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import dev.foliospec.model.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How points, rows and lists of names are put into words. */
final class Wording {
  private Wording() {}

  /** {@code a, b and c}, each quoted. */
  static String list(Collection<String> names) {
    return join(names, "`");
  }

  /** {@code rows A, B and C}, or {@code row A}. */
  static String rows(Collection<RowId> rows) {
    List<String> ids = new ArrayList<>();
    for (RowId row : rows) {
      ids.add(row.id());
    }
    return (ids.size() == 1 ? "row " : "rows ") + join(ids, "");
  }

  /** {@code a, b and c}, as they are. */
  static String and(Collection<String> parts) {
    return join(parts, "");
  }

  private static String join(Collection<String> names, String quote) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (String name : names) {
      if (at > 0) {
        text.append(at == names.size() - 1 ? " and " : ", ");
      }
      text.append(quote).append(name).append(quote);
      at++;
    }
    return text.toString();
  }

  /** That the policies after the first share a finding. */
  static String alsoIn(List<String> policies) {
    List<String> others = policies.subList(1, policies.size());
    return others.size() <= 6
        ? "the same holds for " + list(others)
        : "the same holds for "
            + list(others.subList(0, 5))
            + " and "
            + (others.size() - 5)
            + " more";
  }

  /** The values at a point of those slots of a region, parameters aside: {@code `a` is `x`}. */
  static String point(Policy policy, Dense dense, int state, int input, Collection<Slot> slots) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Slot each : slots) {
      Slot slot = settled(policy, dense, state, input, each);
      if (!(slot instanceof Parameter)) {
        value(policy, dense, state, input, slot)
            .ifPresent(value -> values.put(slot.name(), value.name()));
      }
    }
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> each : values.entrySet()) {
      parts.add("`" + each.getKey() + "` is `" + each.getValue() + "`");
    }
    return parts.isEmpty() ? "" : " when " + join(parts, "");
  }

  /** What a slot is at a point: of an element that something picks, the variable picked. */
  private static Slot settled(Policy policy, Dense dense, int state, int input, Slot slot) {
    if (slot instanceof Element element) {
      return value(policy, dense, state, input, element.index())
          .flatMap(element::at)
          .<Slot>map(each -> each)
          .orElse(slot);
    }
    return slot;
  }

  private static Optional<Value> value(
      Policy policy, Dense dense, int state, int input, Slot slot) {
    if (slot instanceof Parameter) {
      Input given = dense.input(input);
      List<Parameter> parameters = given.event().parameters();
      for (int at = 0; at < parameters.size(); at++) {
        if (parameters.get(at).name().equals(slot.name())) {
          return Optional.of(given.arguments().get(at));
        }
      }
      return Optional.empty();
    }
    if (slot instanceof Variable) {
      List<Variable> variables = policy.variables();
      State values = dense.state(state);
      for (int at = 0; at < variables.size(); at++) {
        if (variables.get(at).name().equals(slot.name())) {
          return Optional.of(values.values().get(at));
        }
      }
    } else if (slot instanceof Chance) {
      List<Chance> chances = policy.chances();
      Input given = dense.input(input);
      for (int at = 0; at < chances.size(); at++) {
        if (chances.get(at).name().equals(slot.name())) {
          return Optional.of(given.chances().get(at));
        }
      }
    } else if (slot instanceof Flag) {
      return flag(policy, dense.configuration(state), slot.name());
    } else if (slot instanceof Trait) {
      return trait(policy, dense.configuration(state), slot.name());
    }
    return Optional.empty();
  }

  private static Optional<Value> flag(Policy policy, Configuration configuration, String name) {
    for (int at = 0; at < policy.flags().size(); at++) {
      if (policy.flags().get(at).flag().name().equals(name)) {
        return Optional.of(configuration.flags().get(at));
      }
    }
    return Optional.empty();
  }

  private static Optional<Value> trait(Policy policy, Configuration configuration, String name) {
    int choice = 0;
    for (TraitSetting setting : policy.traits()) {
      if (setting.trait().name().equals(name)) {
        TraitSetting.Alternative alternative = setting
            .alternatives()
            .get(setting.undecided() ? configuration.choices().get(choice) : 0);
        if (alternative instanceof TraitSetting.Fixed fixed) {
          return Optional.of(fixed.value());
        }
        return alternative instanceof TraitSetting.ByFlag byFlag
            ? flag(policy, configuration, byFlag.flag().name())
            : Optional.empty();
      }
      choice += setting.undecided() ? 1 : 0;
    }
    return Optional.empty();
  }

  /** The slots that some rows ask, in their order. */
  static List<Slot> asked(List<Transition> rows) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    for (Transition row : rows) {
      for (Condition condition : row.guard().conditions()) {
        if (condition.test() instanceof Condition.Within within) {
          slots.put(within.slot().name(), within.slot());
        } else if (condition.test() instanceof Condition.Same same) {
          slots.put(same.slot().name(), same.slot());
          slots.put(same.other().name(), same.other());
        } else if (condition.test() instanceof Condition.Holds holds) {
          for (Slot slot : Reads.of(holds.expression())) {
            slots.put(slot.name(), slot);
          }
        }
      }
    }
    return new ArrayList<>(slots.values());
  }

  /** The same finding with the shortest trace to a state, and the flags and choices it takes. */
  static Diagnostic reached(Diagnostic finding, Dense dense, int state) {
    Trace trace = dense.traceTo(state);
    Diagnostic more = finding.withTrace(trace.toSteps());
    String setUp = setUp(dense.policy(), trace.configuration());
    if (!setUp.isEmpty()) {
      more = more.withNote("with " + setUp);
    }
    return trace.steps().isEmpty() ? more.withNote("this is where every run starts") : more;
  }

  /** Flags and choices that have a value of several: {@code `f` = `yes`}. */
  static String setUp(Policy policy, Configuration configuration) {
    List<String> parts = new ArrayList<>();
    for (int at = 0; at < policy.flags().size(); at++) {
      FlagSetting setting = policy.flags().get(at);
      if (setting.allowed().size() > 1) {
        parts.add(setting.flag().name() + " = " + configuration.flags().get(at));
      }
    }
    List<TraitSetting> choices = policy.choices();
    for (int at = 0; at < choices.size(); at++) {
      TraitSetting setting = choices.get(at);
      parts.add(setting.trait().name()
          + " = "
          + setting.alternatives().get(configuration.choices().get(at)).spelled());
    }
    return list(parts);
  }

  /** A region in words: {@code `a` is `x` or `y`}. */
  static String region(Region region) {
    List<String> parts = new ArrayList<>();
    for (Map.Entry<Slot, List<Value>> each : region.values().entrySet()) {
      parts.add("`"
          + each.getKey().name()
          + "` is `"
          + CellText.of(each.getKey().type(), each.getValue())
          + "`");
    }
    return parts.isEmpty() ? "" : " when " + join(parts, "");
  }
}
