package dev.foliospec.syntax;

/** What sort of lines with bars follow a head, which decides what their columns are. */
enum Layout {
  /** Rows with an answer: {@code table}. */
  TABLE,
  /** Rows without: {@code step}. */
  STEP,
  /** Rows that change inherited ones, of a table or a step: {@code override}. */
  OVERRIDE,
  /** One policy a row: {@code policies}. */
  PIVOT,
  /** One event a row: {@code scenario}. */
  SCENARIO;

  /** Whether conditions and outcome are divided by {@code ||}. */
  boolean isDivided() {
    return this == TABLE || this == STEP || this == OVERRIDE;
  }

  /** The heading of the first column. */
  String firstHeading() {
    return switch (this) {
      case TABLE, STEP, OVERRIDE -> "row";
      case PIVOT -> "policy";
      case SCENARIO -> "event";
    };
  }
}
