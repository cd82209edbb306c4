package dev.foliospec.model;

import java.util.List;

/**
 * The conditions of a row, taken together.
 *
 * @param conditions all must hold
 * @param otherwise whether it also asks that no other row of its table, itself without {@code
 *     otherwise}, answers the same event at this point
 */
public record Guard(List<Condition> conditions, boolean otherwise) {
  /** Copies the list. */
  public Guard {
    conditions = List.copyOf(conditions);
  }
}
