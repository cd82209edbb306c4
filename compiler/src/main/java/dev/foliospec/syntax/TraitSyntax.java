package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * {@code trait zero_on_conversion : never | to_shared | both}: what each policy fixes.
 *
 * <p>A trait of type {@code effects} is a list of effects.
 *
 * @param name its name
 * @param type its values, or {@code effects}
 * @param doc its documentation
 * @param at the whole declaration
 */
public record TraitSyntax(Name name, TypeSyntax type, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {}
