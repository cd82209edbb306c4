package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What asks for a change.
 *
 * @param name its name
 * @param parameters what it is asked with
 * @param actor who causes it
 * @param outputs what it answers beside ok or an error
 * @param onlyWhen when it can happen at all
 * @param silent whether nobody sees it
 * @param doc its documentation
 * @param at its declaration
 */
public record Event(
    String name,
    List<Parameter> parameters,
    String actor,
    List<Output> outputs,
    Optional<Expression> onlyWhen,
    boolean silent,
    Optional<String> doc,
    Span at) {
  /** Copies the lists. */
  public Event {
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
  }

  /** The parameter of a name, if it has one. */
  public Optional<Parameter> parameter(String wanted) {
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(wanted)) {
        return Optional.of(parameter);
      }
    }
    return Optional.empty();
  }

  /** The output of a name, if it has one. */
  public Optional<Output> output(String wanted) {
    for (Output output : outputs) {
      if (output.name().equals(wanted)) {
        return Optional.of(output);
      }
    }
    return Optional.empty();
  }
}
