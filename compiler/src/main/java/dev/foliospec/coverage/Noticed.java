package dev.foliospec.coverage;

/** What is the first to notice that a cell was changed, in the order in which it is asked. */
public enum Noticed {
  /** A scenario no longer holds. */
  SCENARIO("scenario"),
  /** A property is violated, or holds because its case no longer occurs. */
  PROPERTY("property"),
  /** A policy no longer refines its contract. */
  REFINEMENT("refinement"),
  /** The rows no longer make a policy: a gap, an overlap, a row that cannot be carried out. */
  CHECK("check"),
  /** Nothing, although some reachable point is answered otherwise. */
  NOTHING("nothing"),
  /** No reachable point is answered otherwise, so that there is nothing to notice. */
  NO_EFFECT("no_effect");

  private final String word;

  Noticed(String word) {
    this.word = word;
  }

  /** As it is written in reports. */
  public String word() {
    return word;
  }

  /** Whether it is something that the authors want, beyond rows that fit together. */
  public boolean intent() {
    return this == SCENARIO || this == PROPERTY || this == REFINEMENT;
  }
}
