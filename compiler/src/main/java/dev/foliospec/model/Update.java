package dev.foliospec.model;

import dev.foliospec.source.Span;

/**
 * A variable's value after the row.
 *
 * @param variable the variable
 * @param value where its value comes from
 * @param at the cell
 */
public record Update(Variable variable, NewValue value, Span at) {}
