package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code property no_host_view_of_private "..." always P}: what must hold of all reachable states or transitions.
 *
 * @param name its name
 * @param title what it says in words
 * @param grounds why
 * @param policies globs of the policies that it is about; empty for all
 * @param where which of them, by their traits
 * @param exceptions policies that may break it
 * @param claim what must hold; absent where it could not be read
 * @param doc its documentation
 * @param at the whole declaration
 */
public record PropertySyntax(
    Name name,
    Optional<TextSyntax> title,
    GroundsSyntax grounds,
    List<Name> policies,
    Optional<ExpressionSyntax> where,
    List<ExceptSyntax> exceptions,
    Optional<ClaimSyntax> claim,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public PropertySyntax {
    policies = List.copyOf(policies);
    exceptions = List.copyOf(exceptions);
  }
}
