package dev.foliospec.model;

import java.util.List;
import java.util.Optional;

/**
 * What something rests on.
 *
 * @param sources documents and guesses
 * @param status how settled it is; {@link Status#DECIDED} unless said
 * @param why in words
 */
public record Grounds(List<Citation> sources, Status status, Optional<String> why) {
  /** Nothing said. */
  public static final Grounds NONE = new Grounds(List.of(), Status.DECIDED, Optional.empty());

  /** Copies the list. */
  public Grounds {
    sources = List.copyOf(sources);
  }

  /** The sources as they are written, or {@code -}. */
  public String spelled() {
    return sources.isEmpty()
        ? "-"
        : String.join(", ", sources.stream().map(Citation::spelled).toArray(String[]::new));
  }
}
