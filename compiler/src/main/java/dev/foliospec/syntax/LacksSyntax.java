package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code lacks accept, rescind because "no such instruction" source K3}: events that a policy does not have.
 *
 * @param events the events
 * @param grounds why
 * @param doc its documentation
 * @param at the whole declaration
 */
public record LacksSyntax(
    List<Name> events, GroundsSyntax grounds, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public LacksSyntax {
    events = List.copyOf(events);
  }
}
