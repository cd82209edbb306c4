package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A trace by hand, with the answers that are expected.
 *
 * @param name its name
 * @param title what it says in words
 * @param policies the complete policies that it is about, in order
 * @param flags flags that it fixes; the others take every value
 * @param choices undecided traits that it fixes, by the alternative's spelling; the others take every
 *     alternative
 * @param steps its events in order
 * @param grounds what it was taken from
 * @param doc its documentation
 * @param at its head
 */
public record Scenario(
    String name,
    Optional<String> title,
    List<String> policies,
    Map<String, Value> flags,
    Map<String, String> choices,
    List<Step> steps,
    Grounds grounds,
    Optional<String> doc,
    Span at) {
  /** Copies the collections, keeping their order. */
  public Scenario {
    policies = List.copyOf(policies);
    flags = Collections.unmodifiableMap(new LinkedHashMap<>(flags));
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
    steps = List.copyOf(steps);
  }

  /**
   * One event, and what is expected of it.
   *
   * @param event the event
   * @param arguments its arguments
   * @param chances chances that are forced, by name; the others are at their usual value
   * @param answer {@code ok} or an error's name; empty where anything will do
   * @param outputs what is expected of outputs, by name; outputs not named are not asked
   * @param at the line
   */
  public record Step(
      Event event,
      List<Value> arguments,
      Map<String, Value> chances,
      Optional<String> answer,
      Map<String, Expected> outputs,
      Span at) {
    /** Copies the collections, keeping their order. */
    public Step {
      arguments = List.copyOf(arguments);
      chances = Collections.unmodifiableMap(new LinkedHashMap<>(chances));
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  /**
   * What is expected of an output.
   *
   * @param value the value, or empty where there must be no output
   */
  public record Expected(Optional<Value> value) {}
}
