package dev.foliospec.diagnostic;

/** How bad a finding is, worst first. */
public enum Severity {
  /** No output could be right. */
  ERROR("error"),
  /** Output is right, the author perhaps not. */
  WARNING("warning"),
  /** Worth knowing, nothing to repair. */
  NOTE("note");

  private final String word;

  Severity(String word) {
    this.word = word;
  }

  /** The word shown to people and written to JSON. */
  public String word() {
    return word;
  }
}
