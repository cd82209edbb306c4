package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * {@code row B26 of conversion}: a row written as a list of clauses.
 *
 * <p>Its clauses are cells like those of a table's row, each with a column of its own.
 *
 * @param table the table or step that it belongs to
 * @param row the row
 * @param doc its documentation
 * @param at the whole declaration
 */
public record CardSyntax(Name table, RowSyntax row, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {}
