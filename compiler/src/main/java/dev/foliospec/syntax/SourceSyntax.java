package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * {@code source K3 "virt/kvm/guest_memfd.c, series v8"}: a document that rows may cite.
 *
 * @param id its short name
 * @param text what it is
 * @param doc its documentation
 * @param at the whole declaration
 */
public record SourceSyntax(Name id, TextSyntax text, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {}
