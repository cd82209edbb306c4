package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code flag init_shared = yes because "..." source M12}: a flag that one policy fixes.
 *
 * @param name the flag
 * @param values the values it may still have
 * @param grounds why
 * @param doc its documentation
 * @param at the whole declaration
 */
public record FlagFixSyntax(
    Name name, List<Name> values, GroundsSyntax grounds, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public FlagFixSyntax {
    values = List.copyOf(values);
  }
}
