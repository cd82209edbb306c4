package dev.foliospec.check;

import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.model.Scenario;
import dev.foliospec.model.Transition;
import java.util.List;

/**
 * Where a policy leaves a scenario.
 *
 * @param rule what kind of trouble it is
 * @param step the step of the scenario
 * @param expected what the step asks for, as it is shown under it
 * @param given what the policy does instead, as it goes on after its name
 * @param rows the rows that answered, or forbade
 * @param trace the way there, this step included where it could happen
 */
record Disagreement(
    Rule rule,
    Scenario.Step step,
    String expected,
    String given,
    List<Transition> rows,
    List<TraceStep> trace) {
  /** Copies the lists. */
  Disagreement {
    rows = List.copyOf(rows);
    trace = List.copyOf(trace);
  }
}
