package dev.foliospec.generator.rows;

import dev.foliospec.model.Policy;
import java.util.List;

/**
 * A policy, event by event.
 *
 * @param policy the policy
 * @param settled what its decided traits make of expressions
 * @param events one for each event of the policy, in its order
 */
public record Lowered(Policy policy, Settled settled, List<EventRows> events) {
  /** Copies the list. */
  public Lowered {
    events = List.copyOf(events);
  }
}
