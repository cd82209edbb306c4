package dev.foliospec.model;

import java.util.Optional;

/** How settled something is. */
public enum Status {
  /** Settled. */
  DECIDED("decided"),
  /** Proposed, not settled. */
  PROPOSED("proposed"),
  /** Sources contradict each other, or the field has not made up its mind. */
  DISPUTED("disputed"),
  /** Taken for granted without a source. */
  ASSUMED("assumed"),
  /** Proposed once, given up since. */
  DROPPED("dropped");

  private final String word;

  Status(String word) {
    this.word = word;
  }

  /** As it is written. */
  public String word() {
    return word;
  }

  /** The status of a word. */
  public static Optional<Status> of(String word) {
    for (Status status : values()) {
      if (status.word.equals(word)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
