package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code refuse MG1 EINVAL on merge when some p: attr[p] = shared}: what a system answers before any
 * page is asked.
 *
 * @param id its name, as rows have one
 * @param error the answer
 * @param events the events that it holds back
 * @param when under which condition on all pages
 * @param grounds what it rests on
 * @param doc its documentation
 * @param at the whole declaration
 */
public record RefusalSyntax(
    Name id,
    Name error,
    List<Name> events,
    ExpressionSyntax when,
    GroundsSyntax grounds,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the list. */
  public RefusalSyntax {
    events = List.copyOf(events);
  }
}
