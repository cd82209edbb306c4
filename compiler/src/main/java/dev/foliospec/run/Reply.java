package dev.foliospec.run;

import dev.foliospec.model.RowId;
import java.util.List;

/** What a policy says when an event meets a state. */
public sealed interface Reply {
  /**
   * It answers.
   *
   * @param responses what it may do: one in a deterministic policy; each once, rows in their order
   */
  record Answered(List<Response> responses) implements Reply {
    /** Copies the list. */
    public Answered {
      responses = List.copyOf(responses);
    }
  }

  /** The caller must not do this; nothing is promised. */
  record Forbidden(RowId row) implements Reply {}

  /** The policy does not have this event. */
  record Lacking() implements Reply {}

  /** The event cannot happen here: its {@code only when} does not hold. */
  record Beyond() implements Reply {}

  /** No row applies; in a checked policy only at points that cannot be reached. */
  record Uncovered() implements Reply {}

  /** Several rows apply; in a checked policy only at points that cannot be reached. */
  record Overlapping(List<RowId> rows) implements Reply {
    /** Copies the list. */
    public Overlapping {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A row applies but cannot be carried out.
   *
   * @param row the row
   * @param trouble what is wrong with it
   * @param subject the variable, step, map or effect that is in trouble
   */
  record Faulty(RowId row, Trouble trouble, String subject) implements Reply {}

  /** Why a row cannot be carried out. */
  enum Trouble {
    /** A variable's new value is not one of its type. */
    OUTSIDE_RANGE,
    /** A map is applied to a value that it does not have. */
    OUTSIDE_MAP,
    /** A step is called where none of its rows applies. */
    STEP_GAP,
    /** A step is called where several of its rows apply. */
    STEP_OVERLAP,
    /** Two steps write different values to one variable. */
    STEPS_DISAGREE,
    /** Two cells of a row write different values to one element. */
    CELLS_DISAGREE,
    /** Two pages of one event write different values to a common variable. */
    PAGES_DISAGREE,
    /** A {@code refuse} changes a variable or has effects. */
    REFUSAL_CHANGES,
    /** What an effect ensures does not hold afterwards. */
    ENSURES_BROKEN
  }
}
