package dev.foliospec.diff;

/** What it is that two policies do differently. */
public enum Kind {
  /** Another answer. */
  ANSWER("answer"),
  /** The same answer with another output. */
  OUTPUT("output"),
  /** Another next state. */
  STATE("state"),
  /** Other effects. */
  EFFECTS("effects"),
  /** One forbids what the other answers. */
  FORBIDDEN("forbidden"),
  /** One does not have an event of the other. */
  LACKS("lacks");

  private final String word;

  Kind(String word) {
    this.word = word;
  }

  /** As JSON has it. */
  public String word() {
    return word;
  }
}
