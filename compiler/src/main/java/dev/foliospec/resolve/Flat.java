package dev.foliospec.resolve;

import dev.foliospec.model.Chance;
import dev.foliospec.model.Contract;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Flag;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Initial;
import dev.foliospec.model.Lack;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Source;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Type;
import dev.foliospec.model.Variable;
import dev.foliospec.model.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A policy while it is flattened: what it inherits, to which its own declarations are added. */
final class Flat {
  final String name;
  final Vocabulary vocabulary;
  final Scope scope;
  final List<String> lineage = new ArrayList<>();
  final List<Contract> contracts = new ArrayList<>();
  final List<Source> sources = new ArrayList<>();
  final List<Variable> variables = new ArrayList<>();
  final Map<String, FlagSetting> flags = new LinkedHashMap<>();
  final Map<String, TraitSetting> traits = new LinkedHashMap<>();
  final List<Chance> chances = new ArrayList<>();
  final Map<String, Initial> initials = new LinkedHashMap<>();
  final Map<String, Lack> lacks = new LinkedHashMap<>();
  final List<Effect> effects = new ArrayList<>();
  final List<ErrorAnswer> errors = new ArrayList<>();
  final List<Definition> definitions = new ArrayList<>();
  final List<Type> types = new ArrayList<>();
  final List<Ghost> ghosts = new ArrayList<>();

  /** Of a system's page: what it sees of events that ask other pages. */
  final List<Event> events = new ArrayList<>();

  final List<DraftTable> tables = new ArrayList<>();
  final Map<String, RowId> usedIds = new LinkedHashMap<>();
  Grounds grounds = Grounds.NONE;
  boolean sound = true;

  private Flat(String name, Vocabulary vocabulary, Scope scope) {
    this.name = name;
    this.vocabulary = vocabulary;
    this.scope = scope;
  }

  /** A policy that extends nothing. */
  static Flat fresh(String name, Vocabularies.Bound bound) {
    Vocabulary vocabulary = bound.vocabulary();
    Flat flat = new Flat(name, vocabulary, new Scope(bound.scope()));
    flat.sound = bound.sound();
    flat.sources.addAll(vocabulary.sources());
    flat.variables.addAll(vocabulary.variables());
    for (Flag flag : vocabulary.flags()) {
      flat.flags.put(flag.name(), new FlagSetting(flag, flag.type().values(), Grounds.NONE));
    }
    flat.chances.addAll(vocabulary.chances());
    for (Initial each : vocabulary.initials()) {
      flat.initials.put(each.variable().name(), each);
    }
    flat.effects.addAll(vocabulary.effects());
    flat.errors.addAll(vocabulary.errors());
    flat.definitions.addAll(vocabulary.definitions());
    flat.ghosts.addAll(vocabulary.ghosts());
    return flat;
  }

  /** A policy that extends another one. */
  static Flat heir(String name, Flat base) {
    Flat flat = new Flat(name, base.vocabulary, new Scope(base.scope));
    flat.lineage.add(base.name);
    flat.lineage.addAll(base.lineage);
    flat.sources.addAll(base.sources);
    flat.variables.addAll(base.variables);
    flat.flags.putAll(base.flags);
    flat.traits.putAll(base.traits);
    flat.chances.addAll(base.chances);
    flat.initials.putAll(base.initials);
    flat.lacks.putAll(base.lacks);
    flat.effects.addAll(base.effects);
    flat.errors.addAll(base.errors);
    flat.definitions.addAll(base.definitions);
    flat.types.addAll(base.types);
    flat.ghosts.addAll(base.ghosts);
    for (DraftTable table : base.tables) {
      flat.tables.add(table.copy());
    }
    flat.usedIds.putAll(base.usedIds);
    flat.sound = base.sound;
    return flat;
  }

  /** The table or step of a name. */
  Optional<DraftTable> table(String wanted) {
    for (DraftTable table : tables) {
      if (table.name.equals(wanted)) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  /** The table that holds the row of a bare id. */
  Optional<DraftTable> tableOf(String id) {
    return tables.stream().filter(each -> each.row(id).isPresent()).findFirst();
  }
}
