package dev.foliospec.syntax;

import java.util.List;
import java.util.Optional;

/**
 * What something rests on, where it is not a row: {@code source K3, guess status assumed}.
 *
 * @param sources the documents
 * @param status {@code decided}, {@code proposed}, {@code disputed}, {@code assumed}, {@code dropped}
 * @param because the reason in words
 */
public record GroundsSyntax(
    List<CitationSyntax> sources, Optional<Name> status, Optional<TextSyntax> because) {
  /** Nothing said. */
  public static final GroundsSyntax NONE =
      new GroundsSyntax(List.of(), Optional.empty(), Optional.empty());

  /** Copies the list. */
  public GroundsSyntax {
    sources = List.copyOf(sources);
  }
}
