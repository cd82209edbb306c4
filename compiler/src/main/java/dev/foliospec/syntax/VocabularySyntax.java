package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code vocabulary guest_memfd}: what all policies share.
 *
 * @param name the subject
 * @param doc its documentation
 * @param members its declarations
 * @param at the whole unit
 */
public record VocabularySyntax(
    Name name, Optional<DocSyntax> doc, List<DeclarationSyntax> members, Span at)
    implements UnitSyntax {
  /** Copies the list. */
  public VocabularySyntax {
    members = List.copyOf(members);
  }
}
