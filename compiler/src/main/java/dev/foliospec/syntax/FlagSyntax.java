package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * {@code flag init_shared : no | yes}: a choice made once, when VM or memory is created.
 *
 * @param name its name
 * @param type its values
 * @param doc its documentation
 * @param at the whole declaration
 */
public record FlagSyntax(Name name, TypeSyntax type, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {}
