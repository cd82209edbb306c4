package dev.foliospec.run;

import dev.foliospec.model.Effect;
import dev.foliospec.model.RowId;
import dev.foliospec.model.State;
import java.util.List;

/**
 * One thing that a policy may do when an event meets a state.
 *
 * @param row the row that answers
 * @param kind whether it was done, refused, or failed
 * @param answer {@code ok}, or an error's name
 * @param outputs one for each output of the event, in its order
 * @param effects what is done, in order, steps and traits worked in
 * @param next the state afterwards
 */
public record Response(
    RowId row, Kind kind, String answer, List<Shown> outputs, List<Effect> effects, State next) {
  /** Copies the lists. */
  public Response {
    outputs = List.copyOf(outputs);
    effects = List.copyOf(effects);
  }

  /** How an event ends. */
  public enum Kind {
    /** Done. */
    OK,
    /** An error, and nothing changed. */
    REFUSED,
    /** An error, with the row's changes. */
    FAILED
  }
}
