package dev.foliospec.mutation;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * The shipped specs with one cell changed.
 *
 * @param kind what sort of cell
 * @param place the row and the column
 * @param at the cell
 * @param before what it says
 * @param after what it says in the mutant
 * @param role what the row's table is
 * @param row the row, in full, or the policy of a pivot
 * @param policies the complete policies that have the row
 * @param events the events whose answers the cell can change
 */
record Mutant(
    Kind kind,
    String place,
    Span at,
    String before,
    String after,
    Role role,
    String row,
    List<String> policies,
    List<String> events) {
  Mutant {
    policies = List.copyOf(policies);
    events = List.copyOf(events);
  }

  /** What sort of cell is changed. */
  enum Kind {
    /** A cell left of the divider. */
    CONDITION("condition"),
    /** The events of a row. */
    EVENT("event"),
    /** What a row answers. */
    ANSWER("answer"),
    /** The new value of a variable. */
    UPDATE("update"),
    /** What an answer shows. */
    OUTPUT("output"),
    /** What a row does. */
    EFFECTS("effects"),
    /** A trait, in a pivot. */
    TRAIT("trait");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** What the row's table is. */
  enum Role {
    /** Checks, asked in order. */
    CHECKS,
    /** A body, exact. */
    BODY,
    /** A step. */
    STEP,
    /** A pivot. */
    PIVOT
  }

  @Override
  public String toString() {
    return place + ": `" + before + "` -> `" + after + "`";
  }
}
