package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code range convert all answers error_offset}: an event that is asked of a range of pages; or
 * {@code whole finalize, release}: events that are asked of all pages at once.
 *
 * @param events the events; of {@code range} one
 * @param how what becomes of a range in which a page refuses; empty for {@code whole}
 * @param output the output that names a page, if there is one
 * @param grounds what it rests on
 * @param doc its documentation
 * @param at the whole declaration
 */
public record RangeSyntax(
    List<Name> events,
    Optional<Name> how,
    Optional<Name> output,
    GroundsSyntax grounds,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the list. */
  public RangeSyntax {
    events = List.copyOf(events);
  }
}
