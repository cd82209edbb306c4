package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What policies share: the states, events and effects that they speak about.
 *
 * @param name the subject
 * @param sources documents
 * @param actors who causes or sees events
 * @param types named types
 * @param sets named parts of types
 * @param maps partial functions
 * @param variables what a state holds
 * @param flags choices made at creation
 * @param traits choices made by policies
 * @param chances choices of the environment
 * @param initials first values that depend on flags and traits
 * @param events what asks for changes
 * @param effects what implementations do
 * @param errors what is answered instead of ok
 * @param definitions named conditions
 * @param ghosts history for properties
 * @param observers what can be seen, {@code default} first
 * @param doc its documentation
 * @param at the unit
 */
public record Vocabulary(
    String name,
    List<Source> sources,
    List<String> actors,
    List<Type> types,
    List<ValueSet> sets,
    List<ValueMap> maps,
    List<Variable> variables,
    List<Flag> flags,
    List<Trait> traits,
    List<Chance> chances,
    List<Initial> initials,
    List<Event> events,
    List<Effect> effects,
    List<ErrorAnswer> errors,
    List<Definition> definitions,
    List<Ghost> ghosts,
    List<Observer> observers,
    Optional<String> doc,
    Span at) {
  /** Copies the lists. */
  public Vocabulary {
    sources = List.copyOf(sources);
    actors = List.copyOf(actors);
    types = List.copyOf(types);
    sets = List.copyOf(sets);
    maps = List.copyOf(maps);
    variables = List.copyOf(variables);
    flags = List.copyOf(flags);
    traits = List.copyOf(traits);
    chances = List.copyOf(chances);
    initials = List.copyOf(initials);
    events = List.copyOf(events);
    effects = List.copyOf(effects);
    errors = List.copyOf(errors);
    definitions = List.copyOf(definitions);
    ghosts = List.copyOf(ghosts);
    observers = List.copyOf(observers);
  }

  /** The observer of a name; {@code default} sees all answers and no effects. */
  public Optional<Observer> observer(String wanted) {
    return observers.stream().filter(each -> each.name().equals(wanted)).findFirst();
  }
}
