package dev.foliospec.model;

import java.util.List;

/**
 * An event as it happens.
 *
 * @param event the event
 * @param arguments one value for each of its parameters
 * @param chances one value for each of the policy's chances, in its order
 */
public record Input(Event event, List<Value> arguments, List<Value> chances) {
  /** Copies the lists. */
  public Input {
    arguments = List.copyOf(arguments);
    chances = List.copyOf(chances);
  }

  /** As it is written in a mail: {@code convert(private)}. */
  public String call() {
    return arguments.isEmpty()
        ? event.name()
        : event.name()
            + "("
            + String.join(", ", arguments.stream().map(Value::name).toArray(String[]::new))
            + ")";
  }
}
