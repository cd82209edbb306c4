package dev.foliospec.generator.plan;

import dev.foliospec.model.Event;
import java.util.List;

/**
 * An event as a generated record.
 *
 * @param event the event
 * @param record its record, nested in the interface of all events
 * @param kind its constant in the enumeration of kinds
 * @param parameters its components
 * @param outputs for each of its outputs the component of the outputs' record
 */
public record EventPlan(
    Event event, String record, String kind, List<FieldPlan> parameters, List<FieldPlan> outputs) {
  /** Copies the lists. */
  public EventPlan {
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
  }

  /** The component for an output of the event. */
  public FieldPlan output(String spelling) {
    for (int i = 0; i < outputs.size(); i++) {
      if (event.outputs().get(i).name().equals(spelling)) {
        return outputs.get(i);
      }
    }
    throw new IllegalArgumentException(event.name() + " has no output " + spelling);
  }
}
