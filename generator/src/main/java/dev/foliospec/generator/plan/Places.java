package dev.foliospec.generator.plan;

import dev.foliospec.model.Event;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The places of one policy.
 *
 * @param configuration what is chosen when a run is set up: flags, then undecided traits
 * @param state the variables
 * @param chances the chances
 * @param parameters the parameters of each event, by the event's name
 * @param elements for each event, by its name, the elements of indexed variables that can be asked and
 *     written like variables
 * @param families the indexed variables whose index is an enumeration
 * @param fixed flags and traits that are one value, by name
 * @param traits how traits are set, by name
 */
public record Places(
    List<Choice> configuration,
    List<Place> state,
    List<Place> chances,
    Map<String, List<Place>> parameters,
    Map<String, List<Place>> elements,
    List<FamilyPlan> families,
    Map<String, Value> fixed,
    Map<String, TraitSetting> traits) {
  /** Copies the collections. */
  public Places {
    configuration = List.copyOf(configuration);
    state = List.copyOf(state);
    chances = List.copyOf(chances);
    parameters = new LinkedHashMap<>(parameters);
    elements = new LinkedHashMap<>(elements);
    families = List.copyOf(families);
    fixed = new LinkedHashMap<>(fixed);
    traits = new LinkedHashMap<>(traits);
  }

  /**
   * Something that is chosen when a run is set up.
   *
   * @param place where it is kept
   * @param trait the undecided trait, or empty for a flag
   * @param allowed the values that it may have
   */
  public record Choice(Place place, Optional<TraitSetting> trait, List<Value> allowed) {
    /** Copies the list. */
    public Choice {
      allowed = List.copyOf(allowed);
    }
  }

  /** The place of a variable, a flag, a chance, or a choice between values, by its name. */
  Optional<Place> place(String name) {
    for (Place place : state) {
      if (place.field().spelling().equals(name)) {
        return Optional.of(place);
      }
    }
    for (Place place : chances) {
      if (place.field().spelling().equals(name)) {
        return Optional.of(place);
      }
    }
    for (Choice choice : configuration) {
      if (choice.place().field().spelling().equals(name) && !indirect(choice)) {
        return Optional.of(choice.place());
      }
    }
    return Optional.empty();
  }

  /** Whether the place holds the name of an alternative, not a value of the trait. */
  private static boolean indirect(Choice choice) {
    return choice.trait().isPresent() && !plain(choice.trait().get());
  }

  /** Whether all alternatives are values. */
  static boolean plain(TraitSetting setting) {
    return setting.alternatives().stream().allMatch(TraitSetting.Fixed.class::isInstance);
  }

  /** The place of the choice between a trait's alternatives. */
  Optional<Place> choice(String trait) {
    return configuration.stream()
        .filter(each -> each.trait().isPresent())
        .map(Choice::place)
        .filter(place -> place.field().spelling().equals(trait))
        .findFirst();
  }

  /** The place of an event's parameter. */
  Optional<Place> parameter(Event event, String name) {
    List<Place> own = parameters.get(event.name());
    if (own == null) {
      return Optional.empty();
    }
    return own.stream().filter(place -> place.field().spelling().equals(name)).findFirst();
  }

  /** The place of an element that an event's rows speak of, if it is one. */
  Optional<Place> element(Event event, String name) {
    return elements(event).stream()
        .filter(place -> place.field().spelling().equals(name))
        .findFirst();
  }

  /** The places of elements that an event's rows speak of. */
  List<Place> elements(Event event) {
    return elements.getOrDefault(event.name(), List.of());
  }

  Optional<Value> fixed(String name) {
    return Optional.ofNullable(fixed.get(name));
  }

  Optional<TraitSetting> trait(String name) {
    return Optional.ofNullable(traits.get(name));
  }
}
