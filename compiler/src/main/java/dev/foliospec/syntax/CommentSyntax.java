package dev.foliospec.syntax;

import dev.foliospec.source.Span;

/**
 * A comment that documents nothing: {@code #} or {@code ###}, kept for the formatter.
 *
 * @param text from its first {@code #} to the end of its line
 * @param trailing whether something else stands before it on its line
 * @param at where
 */
public record CommentSyntax(String text, boolean trailing, Span at) {}
