package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code event guest_read(as: Attr) by guest answers sees: Contents only when phase = running}: what asks for a change.
 *
 * @param name its name
 * @param parameters what it is asked with
 * @param actor who causes it
 * @param outputs what it answers beside ok or an error
 * @param onlyWhen when it can happen at all
 * @param silent whether nobody sees it
 * @param doc its documentation
 * @param at the whole declaration
 */
public record EventSyntax(
    Name name,
    List<ParameterSyntax> parameters,
    Optional<Name> actor,
    List<ParameterSyntax> outputs,
    Optional<ExpressionSyntax> onlyWhen,
    boolean silent,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public EventSyntax {
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
  }
}
