package dev.foliospec.diff;

/** How two policies stand to each other, as one observer sees them. */
public enum Relation {
  /** No trace tells them apart. */
  EQUAL("equal"),
  /** Every answer of the first is one that the second allows, not the other way round. */
  REFINES("refines"),
  /** Every answer of the second is one that the first allows, not the other way round. */
  REFINED_BY("refined-by"),
  /** Neither refines the other. */
  INCOMPARABLE("incomparable"),
  /** Each refines the other where both promise something, but they do not have the same events. */
  DIFFER("differ"),
  /** A bound ended the comparison before it could be said. */
  UNKNOWN("unknown");

  private final String word;

  Relation(String word) {
    this.word = word;
  }

  /** As JSON has it. */
  public String word() {
    return word;
  }
}
