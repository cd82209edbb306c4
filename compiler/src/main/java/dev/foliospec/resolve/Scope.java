package dev.foliospec.resolve;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.model.Chance;
import dev.foliospec.model.Definition;
import dev.foliospec.model.Effect;
import dev.foliospec.model.ErrorAnswer;
import dev.foliospec.model.Event;
import dev.foliospec.model.Flag;
import dev.foliospec.model.Ghost;
import dev.foliospec.model.Output;
import dev.foliospec.model.Parameter;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Source;
import dev.foliospec.model.Trait;
import dev.foliospec.model.Type;
import dev.foliospec.model.ValueMap;
import dev.foliospec.model.ValueSet;
import dev.foliospec.model.Variable;
import dev.foliospec.source.Span;
import dev.foliospec.syntax.Name;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that one unit declares, before those of the units that it builds on.
 *
 * <p>Variables, parameters, outputs, flags, traits, chances, definitions, sets and maps share one
 * name space; types, events, effects, errors, actors and sources have one each.
 */
final class Scope {
  private static final Set<String> RESERVED_SLOTS =
      Set.of("row", "event", "when", "replaces", "splits", "policy");
  private static final Set<String> RESERVED_OUTPUTS =
      Set.of("answer", "effects", "source", "status", "why");
  private static final Set<String> RESERVED_TRAITS = Set.of("policy", "source", "status", "why");
  private static final Set<String> RESERVED_VALUES = Set.of("any", "otherwise", "base", "in");
  private static final Set<String> RESERVED_EFFECTS = Set.of("none", "base", "do");
  private static final Set<String> WORDS = Set.of("and", "or", "not", "implies", "in");

  private final @Nullable Scope outer;
  private final Map<String, Object> meanings = new LinkedHashMap<>();
  private final Map<String, Span> places = new LinkedHashMap<>();
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Map<String, Span> values = new LinkedHashMap<>();
  private final Map<String, Event> events = new LinkedHashMap<>();
  private final Map<String, Effect> effects = new LinkedHashMap<>();
  private final Map<String, ErrorAnswer> errors = new LinkedHashMap<>();
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final Set<String> actors = new LinkedHashSet<>();
  private final Map<String, Type> indexed = new LinkedHashMap<>();

  Scope(@Nullable Scope outer) {
    this.outer = outer;
  }

  /** Enters a variable, flag, trait, chance, definition, set or map; reports a name that is taken. */
  boolean declare(Name name, Object meaning, Reporter report) {
    Optional<Object> taken = meaning(name.text());
    if (taken.isPresent()) {
      duplicate(name, kind(taken.get()), place(name.text()), report);
      return false;
    }
    boolean reserved = WORDS.contains(name.text())
        || RESERVED_SLOTS.contains(name.text())
        || (meaning instanceof Trait && RESERVED_TRAITS.contains(name.text()));
    if (reserved) {
      reserved(name, kind(meaning), report);
    }
    if (meaning instanceof Trait && effect(name.text()).isPresent()) {
      clash(name, "trait", "effect", place("effect " + name.text()), report);
    }
    meanings.put(name.text(), meaning);
    places.put(name.text(), name.at());
    return true;
  }

  /** Enters a parameter or an output, which several events may share. */
  void declareShared(Name name, Object meaning, Reporter report) {
    Optional<Object> taken = meaning(name.text());
    boolean alike = taken.isPresent() && taken.get().getClass() == meaning.getClass();
    if (taken.isPresent() && !alike) {
      clash(name, kind(meaning), kind(taken.get()), place(name.text()), report);
      return;
    }
    Set<String> reserved = meaning instanceof Output ? RESERVED_OUTPUTS : RESERVED_SLOTS;
    if (WORDS.contains(name.text()) || reserved.contains(name.text())) {
      reserved(name, kind(meaning), report);
    }
    if (!alike) {
      meanings.put(name.text(), meaning);
      places.put(name.text(), name.at());
    }
  }

  /** Notes that a name stands for one variable for each value of a type. */
  void declareIndexed(String name, Type over) {
    indexed.putIfAbsent(name, over);
  }

  /** The type over which a variable is indexed. */
  Optional<Type> indexOf(String name) {
    Type own = indexed.get(name);
    return own != null || outer == null ? Optional.ofNullable(own) : outer.indexOf(name);
  }

  /** The names of indexed variables. */
  Set<String> indexedNames() {
    return keys(scope -> scope.indexed.keySet());
  }

  void declareType(Name name, Type type, Reporter report) {
    if (type(name.text()).isPresent()) {
      duplicate(name, "type", place("type " + name.text()), report);
      return;
    }
    types.put(name.text(), type);
    places.put("type " + name.text(), name.at());
  }

  /** Enters a value; it may belong to several types. */
  void declareValue(Name name, Reporter report) {
    if (RESERVED_VALUES.contains(name.text()) || WORDS.contains(name.text())) {
      reserved(name, "value", report);
    }
    values.putIfAbsent(name.text(), name.at());
  }

  void declareEvent(Name name, Event event, Reporter report) {
    if (event(name.text()).isPresent()) {
      duplicate(name, "event", place("event " + name.text()), report);
      return;
    }
    events.put(name.text(), event);
    places.put("event " + name.text(), name.at());
  }

  /** Lets a name mean another event than in the units that this one builds on. */
  void replaceEvent(Event event) {
    events.put(event.name(), event);
    places.put("event " + event.name(), event.at());
  }

  boolean declareEffect(Name name, Effect effect, Reporter report) {
    if (effect(name.text()).isPresent()) {
      duplicate(name, "effect", place("effect " + name.text()), report);
      return false;
    }
    if (RESERVED_EFFECTS.contains(name.text())) {
      reserved(name, "effect", report);
    }
    Optional<Object> taken = meaning(name.text());
    if (taken.isPresent() && taken.get() instanceof Trait) {
      clash(name, "effect", "trait", place(name.text()), report);
    }
    effects.put(name.text(), effect);
    places.put("effect " + name.text(), name.at());
    return true;
  }

  boolean declareError(Name name, ErrorAnswer error, Reporter report) {
    if (error(name.text()).isPresent()) {
      duplicate(name, "error", place("error " + name.text()), report);
      return false;
    }
    if (name.text().equals("ok") || name.text().equals("any")) {
      reserved(name, "error", report);
    }
    errors.put(name.text(), error);
    places.put("error " + name.text(), name.at());
    return true;
  }

  boolean declareSource(Name name, Source source, Reporter report) {
    if (source(name.text()).isPresent()) {
      duplicate(name, "source", place("source " + name.text()), report);
      return false;
    }
    if (name.text().equals("guess")) {
      reserved(name, "source", report);
    }
    sources.put(name.text(), source);
    places.put("source " + name.text(), name.at());
    return true;
  }

  boolean declareActor(Name name, Reporter report) {
    if (actors.contains(name.text())) {
      duplicate(name, "actor", place("actor " + name.text()), report);
      return false;
    }
    places.put("actor " + name.text(), name.at());
    return actors.add(name.text());
  }

  /** Reports every name of this unit that is also a value. */
  void reportValuesThatAreNames(Reporter report) {
    for (Map.Entry<String, Span> value : allValues().entrySet()) {
      Object meaning = meanings.get(value.getKey());
      boolean own = values.containsKey(value.getKey());
      if (meaning == null && own) {
        meaning = meaning(value.getKey()).orElse(null);
      }
      if (meaning != null) {
        Span at = own ? value.getValue() : place(value.getKey());
        Span other = own ? place(value.getKey()) : value.getValue();
        clash(new Name(value.getKey(), at), kind(meaning), "value", other, report);
      }
    }
  }

  Optional<Object> meaning(String name) {
    Object own = meanings.get(name);
    return own != null || outer == null ? Optional.ofNullable(own) : outer.meaning(name);
  }

  Optional<Slot> slot(String name) {
    return meaning(name).filter(Slot.class::isInstance).map(Slot.class::cast);
  }

  Optional<Type> type(String name) {
    Type own = types.get(name);
    return own != null || outer == null ? Optional.ofNullable(own) : outer.type(name);
  }

  Optional<Event> event(String name) {
    Event own = events.get(name);
    return own != null || outer == null ? Optional.ofNullable(own) : outer.event(name);
  }

  Optional<Effect> effect(String name) {
    Effect own = effects.get(name);
    return own != null || outer == null ? Optional.ofNullable(own) : outer.effect(name);
  }

  Optional<ErrorAnswer> error(String name) {
    ErrorAnswer own = errors.get(name);
    return own != null || outer == null ? Optional.ofNullable(own) : outer.error(name);
  }

  Optional<Source> source(String name) {
    Source own = sources.get(name);
    return own != null || outer == null ? Optional.ofNullable(own) : outer.source(name);
  }

  boolean hasValue(String name) {
    return values.containsKey(name) || (outer != null && outer.hasValue(name));
  }

  boolean hasActor(String name) {
    return actors.contains(name) || (outer != null && outer.hasActor(name));
  }

  Set<String> actors() {
    return outer == null ? actors : outer.actors();
  }

  Set<String> events() {
    return keys(scope -> scope.events.keySet());
  }

  Set<String> effectsAndEffectTraits() {
    Set<String> all = keys(scope -> scope.effects.keySet());
    for (String name : names()) {
      if (meaning(name).orElse("") instanceof Trait trait && trait.effects()) {
        all.add(name);
      }
    }
    return all;
  }

  Set<String> effects() {
    return keys(scope -> scope.effects.keySet());
  }

  Set<String> errors() {
    return keys(scope -> scope.errors.keySet());
  }

  Set<String> sources() {
    Set<String> all = keys(scope -> scope.sources.keySet());
    all.add("guess");
    return all;
  }

  Set<String> types() {
    return keys(scope -> scope.types.keySet());
  }

  /** All names of the shared name space, the innermost first. */
  Set<String> names() {
    return keys(scope -> scope.meanings.keySet());
  }

  /** The names that mean something of one of these classes. */
  Set<String> names(Class<?>... classes) {
    Set<String> chosen = new LinkedHashSet<>();
    for (String name : names()) {
      Object meaning = meaning(name).orElseThrow();
      for (Class<?> each : classes) {
        if (each.isInstance(meaning)) {
          chosen.add(name);
        }
      }
    }
    return chosen;
  }

  Span place(String key) {
    Span own = places.get(key);
    if (own != null) {
      return own;
    }
    if (outer == null) {
      throw new IllegalStateException("nothing declares " + key);
    }
    return outer.place(key);
  }

  /** What sort of thing a name is declared as, if it is. */
  Optional<String> kindOf(String name) {
    if (event(name).isPresent()) {
      return Optional.of("event");
    }
    if (effect(name).isPresent()) {
      return Optional.of("effect");
    }
    if (error(name).isPresent()) {
      return Optional.of("error");
    }
    return meaning(name).map(Scope::kind).or(() -> type(name).map(type -> "type"));
  }

  /** What sort of thing a meaning is, as people call it. */
  static String kind(Object meaning) {
    if (meaning instanceof Variable) {
      return "variable";
    }
    if (meaning instanceof Ghost) {
      return "ghost";
    }
    if (meaning instanceof Flag) {
      return "flag";
    }
    if (meaning instanceof Trait) {
      return "trait";
    }
    if (meaning instanceof Chance) {
      return "chance";
    }
    if (meaning instanceof Parameter) {
      return "parameter";
    }
    if (meaning instanceof Output) {
      return "output";
    }
    if (meaning instanceof Definition) {
      return "definition";
    }
    if (meaning instanceof ValueSet) {
      return "set";
    }
    if (meaning instanceof ValueMap) {
      return "map";
    }
    return "indexed variable";
  }

  private Map<String, Span> allValues() {
    Map<String, Span> all = new LinkedHashMap<>(values);
    if (outer != null) {
      for (Map.Entry<String, Span> value : outer.allValues().entrySet()) {
        all.putIfAbsent(value.getKey(), value.getValue());
      }
    }
    return all;
  }

  private interface Keys {
    Set<String> of(Scope scope);
  }

  private Set<String> keys(Keys keys) {
    Set<String> all = new LinkedHashSet<>(keys.of(this));
    if (outer != null) {
      all.addAll(outer.keys(keys));
    }
    return all;
  }

  private static void duplicate(Name name, String kind, Span first, Reporter report) {
    report.report(Diagnostic.of(
            Rule.DUPLICATE_NAME,
            name.at(),
            "the " + kind + " `" + name.text() + "` is declared twice")
        .withRelated(first, "first declared here"));
  }

  private static void clash(Name name, String kind, String other, Span first, Reporter report) {
    report.report(Diagnostic.of(
            Rule.CLASHING_NAME,
            name.at(),
            "`" + name.text() + "` is both a " + kind + " and a" + article(other) + other)
        .withRelated(first, "the " + other)
        .withNote("in a cell nobody could tell which of the two is meant"));
  }

  private static String article(String word) {
    return "aeiou".indexOf(word.charAt(0)) >= 0 ? "n " : " ";
  }

  private static void reserved(Name name, String kind, Reporter report) {
    report.report(Diagnostic.of(
            Rule.RESERVED_NAME,
            name.at(),
            "`" + name.text() + "` cannot name a" + article(kind) + kind)
        .withNote("the word has a meaning of its own in tables"));
  }
}
