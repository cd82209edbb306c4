package dev.foliospec.explore;

import dev.foliospec.model.Effect;
import dev.foliospec.model.RowId;
import java.util.List;

/**
 * What can be seen of a response, the next state aside.
 *
 * @param row the row that answers
 * @param kind how the event ends
 * @param answer {@code ok}, or an error's name; empty where the row forbids
 * @param outputs one for each output of the event, in its order
 * @param effects what is done, in order, steps and traits worked in
 */
public record Reaction(
    RowId row, Kind kind, String answer, List<Given> outputs, List<Effect> effects) {
  /** Copies the lists. */
  public Reaction {
    outputs = List.copyOf(outputs);
    effects = List.copyOf(effects);
  }

  /** The answer and its outputs as one word, the same only for what looks the same. */
  public String shown() {
    StringBuilder text = new StringBuilder(answer);
    for (Given given : outputs) {
      text.append(',');
      if (given.anything()) {
        text.append('*');
      } else if (given.value().isPresent()) {
        text.append(given.value().get().name());
      }
    }
    return text.toString();
  }

  /** How an event ends. */
  public enum Kind {
    /** Done. */
    OK,
    /** An error, and nothing changed. */
    REFUSED,
    /** An error, with the row's changes. */
    FAILED,
    /** Nothing is promised. */
    FORBIDDEN
  }
}
