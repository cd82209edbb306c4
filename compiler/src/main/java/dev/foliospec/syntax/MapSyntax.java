package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code map block of Sept -> Sept = mapped, blockedw: blocked}: a partial function between types.
 *
 * @param name its name
 * @param from the type of its arguments
 * @param to the type of its results
 * @param entries its cases
 * @param doc its documentation
 * @param at the whole declaration
 */
public record MapSyntax(
    Name name, Name from, Name to, List<EntrySyntax> entries, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public MapSyntax {
    entries = List.copyOf(entries);
  }
}
