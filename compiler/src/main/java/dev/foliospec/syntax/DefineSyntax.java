package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * {@code define host_can_reach = attr = shared and host_map = yes}: a named condition.
 *
 * @param name its name
 * @param expression what it stands for
 * @param doc its documentation
 * @param at the whole declaration
 */
public record DefineSyntax(Name name, ExpressionSyntax expression, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {}
