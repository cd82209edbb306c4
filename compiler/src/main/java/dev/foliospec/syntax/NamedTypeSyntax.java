package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * {@code type Attr = private | shared}: a named set of values.
 *
 * @param name its name
 * @param type its values
 * @param symmetric whether its values may be exchanged for each other
 * @param doc its documentation
 * @param at the whole declaration
 */
public record NamedTypeSyntax(
    Name name, TypeSyntax type, boolean symmetric, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {}
