package dev.foliospec.syntax;

/** What a column holds, told by its heading and the side of {@code ||} on which it stands. */
public enum ColumnKind {
  /** {@code row}: the row's id. */
  ROW,
  /** {@code policy}: the policy's name, in a pivot. */
  POLICY,
  /** {@code event}: which of the table's events. */
  EVENT,
  /** {@code replaces}: inherited rows that this one stands for. */
  REPLACES,
  /** {@code splits}: inherited rows from which this one takes points. */
  SPLITS,
  /** {@code when}: any boolean expression. */
  WHEN,
  /** A variable, parameter, flag, trait, chance or definition, left of {@code ||}; in a pivot a trait. */
  CONDITION,
  /** {@code answer}. */
  ANSWER,
  /** {@code x'}: a variable after the event. */
  UPDATE,
  /** An output, right of {@code ||}. */
  OUTPUT,
  /** {@code effects}. */
  EFFECTS,
  /** {@code source}. */
  SOURCE,
  /** {@code status}. */
  STATUS,
  /** {@code why}. */
  WHY
}
