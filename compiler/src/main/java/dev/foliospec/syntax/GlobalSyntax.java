package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code global there on convert when every p: attr[p] = to}: what the pages that an event asks know of
 * all pages.
 *
 * @param name the parameter by which they know it
 * @param events the events
 * @param when the condition, asked before the pages are
 * @param grounds what it rests on
 * @param doc its documentation
 * @param at the whole declaration
 */
public record GlobalSyntax(
    Name name,
    List<Name> events,
    ExpressionSyntax when,
    GroundsSyntax grounds,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the list. */
  public GlobalSyntax {
    events = List.copyOf(events);
  }
}
