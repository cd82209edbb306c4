package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code delete B29 because "..." source S}: inherited rows that go.
 *
 * @param rows their ids
 * @param grounds why
 * @param doc its documentation
 * @param at the whole declaration
 */
public record DeleteSyntax(List<Name> rows, GroundsSyntax grounds, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public DeleteSyntax {
    rows = List.copyOf(rows);
  }
}
