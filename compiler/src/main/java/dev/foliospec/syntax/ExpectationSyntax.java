package dev.foliospec.syntax;

/**
 * One cell of a scenario: an answer, an output's value, a chance's value, {@code -} or {@code any}.
 *
 * @param column its column
 * @param word a value, {@code ok}, an error's name, {@code -} or {@code any}
 */
public record ExpectationSyntax(ColumnSyntax column, Name word) {}
