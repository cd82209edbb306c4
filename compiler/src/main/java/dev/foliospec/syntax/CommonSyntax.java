package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code common phase, file source K3}: variables of which a system has one for all its pages.
 *
 * @param variables the variables
 * @param grounds why
 * @param doc its documentation
 * @param at the whole declaration
 */
public record CommonSyntax(
    List<Name> variables, GroundsSyntax grounds, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the list. */
  public CommonSyntax {
    variables = List.copyOf(variables);
  }
}
