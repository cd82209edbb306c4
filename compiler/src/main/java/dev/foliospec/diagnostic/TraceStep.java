package dev.foliospec.diagnostic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a trace in the shape that findings, differences, vectors and logs share.
 *
 * @param event the event's name
 * @param arguments parameter to value, in the order of declaration
 * @param answer {@code ok} or an error's name
 * @param outputs output to value, in the order of declaration; outputs not given are left out
 * @param row the row that answered, if a policy answered
 * @param detail what changed in words, for people only: one short line each
 */
public record TraceStep(
    String event,
    Map<String, String> arguments,
    String answer,
    Map<String, String> outputs,
    Optional<String> row,
    String detail) {
  /** Copies the maps, keeping their order. */
  public TraceStep {
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /** The event with its arguments, as it is written in a mail: {@code convert(private)}. */
  public String call() {
    return arguments.isEmpty() ? event : event + "(" + String.join(", ", arguments.values()) + ")";
  }
}
