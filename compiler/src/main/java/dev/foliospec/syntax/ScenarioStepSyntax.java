package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One line of a scenario.
 *
 * @param call the event with its arguments
 * @param cells what is expected or forced, one cell a column after the first
 * @param doc its documentation
 * @param at the line
 */
public record ScenarioStepSyntax(
    CallSyntax call, List<ExpectationSyntax> cells, Optional<DocSyntax> doc, Span at) {
  /** Copies the list. */
  public ScenarioStepSyntax {
    cells = List.copyOf(cells);
  }
}
