package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * {@code chance nomem : no | yes = no}: the environment's choice, fresh at each event.
 *
 * @param name its name
 * @param type its values
 * @param usual the value it has unless it is forced
 * @param doc its documentation
 * @param at the whole declaration
 */
public record ChanceSyntax(
    Name name, TypeSyntax type, Optional<Name> usual, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {}
