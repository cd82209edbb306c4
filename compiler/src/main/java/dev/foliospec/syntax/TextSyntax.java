package dev.foliospec.syntax;

import dev.foliospec.source.Span;

/**
 * A string or free text.
 *
 * @param text without its quotes
 * @param at with its quotes
 */
public record TextSyntax(String text, Span at) {}
