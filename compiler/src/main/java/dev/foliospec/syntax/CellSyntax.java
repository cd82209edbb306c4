package dev.foliospec.syntax;

import dev.foliospec.source.Span;

/**
 * One field of a row.
 *
 * @param column its column
 * @param content what it says, read as its column wants
 * @param at the text of the cell without the space around it
 */
public record CellSyntax(ColumnSyntax column, CellContent content, Span at) {}
