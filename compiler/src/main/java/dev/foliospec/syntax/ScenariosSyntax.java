package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code scenarios of guest_memfd}: traces by hand, and properties over several policies.
 *
 * @param vocabulary the subject
 * @param doc its documentation
 * @param members scenarios, properties and sources
 * @param at the whole unit
 */
public record ScenariosSyntax(
    Name vocabulary, Optional<DocSyntax> doc, List<DeclarationSyntax> members, Span at)
    implements UnitSyntax {
  /** Copies the list. */
  public ScenariosSyntax {
    members = List.copyOf(members);
  }
}
