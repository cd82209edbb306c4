package dev.foliospec.property;

import dev.foliospec.explore.Dense;
import dev.foliospec.explore.Limits;
import dev.foliospec.model.Configuration;
import dev.foliospec.model.Flag;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Policy;
import dev.foliospec.model.Slot;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all properties of one policy are judged by, each part made when it is first asked for. */
final class Reached {
  final Dense dense;
  final Policy policy;

  /** How many configurations there are: the first of them start in the first nodes. */
  final int configurations;

  /** How many of them make a variant; they stand together. */
  final int perVariant;

  /** By state: the number of its configuration. */
  final int[] configurationOf;

  private final Limits limits;
  private final Map<String, Graph> graphs = new HashMap<>();
  private final Map<String, char[]> columns = new HashMap<>();
  private @Nullable Scenes plain;

  Reached(Dense dense, Limits limits) {
    this.dense = dense;
    this.limits = limits;
    policy = dense.policy();
    configurations = dense.initials();
    configurationOf = dense.configurations();
    perVariant = Math.max(1, configurations / Math.max(1, dense.variants().size()));
  }

  /** What can be reached, with the ghosts followed that a property reads. */
  Graph graph(List<Slot> read) {
    List<Ghost> ghosts = new ArrayList<>();
    StringBuilder key = new StringBuilder();
    for (Ghost ghost : policy.ghosts()) {
      for (Slot slot : read) {
        if (slot instanceof Ghost && slot.name().equals(ghost.name()) && !ghosts.contains(ghost)) {
          ghosts.add(ghost);
          key.append(ghost.name()).append(' ');
        }
      }
    }
    Graph known = graphs.get(key.toString());
    if (known == null) {
      known = ghosts.isEmpty() ? Graph.of(dense) : Graph.of(dense, ghosts, limits);
      graphs.put(key.toString(), known);
    }
    return known;
  }

  /** The inputs and reactions as a property sees them. */
  Scenes scenes(List<Slot> read) {
    boolean spread = Scenes.spreads(dense, read);
    if (!spread && plain != null) {
      return plain;
    }
    Scenes scenes = new Scenes(dense, spread ? read : List.of());
    if (!spread) {
      plain = scenes;
    }
    return scenes;
  }

  /** The codes of a variable, flag or trait by state; none where the policy does not have it. */
  char @Nullable [] column(Slot slot) {
    char[] known = columns.get(slot.name());
    if (known == null) {
      known = fresh(slot);
      if (known != null) {
        columns.put(slot.name(), known);
      }
    }
    return known;
  }

  private char @Nullable [] fresh(Slot slot) {
    for (int variable = 0; variable < policy.variables().size(); variable++) {
      if (policy.variables().get(variable).name().equals(slot.name())) {
        return dense.column(variable);
      }
    }
    char[] codes = new char[configurations];
    for (int number = 0; number < configurations; number++) {
      Value value = value(slot, dense.configuration(number));
      if (value == null) {
        return null;
      }
      codes[number] = (char) Math.max(0, slot.type().position(value));
    }
    char[] column = new char[dense.states()];
    for (int state = 0; state < column.length; state++) {
      column[state] = codes[configurationOf[state]];
    }
    return column;
  }

  private @Nullable Value value(Slot slot, Configuration configuration) {
    if (slot instanceof Flag) {
      return flag(slot.name(), configuration);
    }
    int choice = 0;
    for (TraitSetting setting : policy.traits()) {
      if (setting.trait().name().equals(slot.name())) {
        TraitSetting.Alternative alternative = setting
            .alternatives()
            .get(setting.undecided() ? configuration.choices().get(choice) : 0);
        if (alternative instanceof TraitSetting.Fixed fixed) {
          return fixed.value();
        }
        return alternative instanceof TraitSetting.ByFlag byFlag
            ? flag(byFlag.flag().name(), configuration)
            : null;
      }
      choice += setting.undecided() ? 1 : 0;
    }
    return null;
  }

  private @Nullable Value flag(String name, Configuration configuration) {
    List<FlagSetting> flags = policy.flags();
    for (int at = 0; at < flags.size(); at++) {
      if (flags.get(at).flag().name().equals(name)) {
        return configuration.flags().get(at);
      }
    }
    return null;
  }

  /** How an alternative of a trait is spelled in a configuration; none where the trait is not set. */
  @Nullable
  String spelled(String trait, Configuration configuration) {
    int choice = 0;
    for (TraitSetting setting : policy.traits()) {
      if (setting.trait().name().equals(trait)) {
        return setting
            .alternatives()
            .get(setting.undecided() ? configuration.choices().get(choice) : 0)
            .spelled();
      }
      choice += setting.undecided() ? 1 : 0;
    }
    return null;
  }
}
