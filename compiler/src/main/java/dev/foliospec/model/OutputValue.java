package dev.foliospec.model;

import dev.foliospec.source.Span;

/**
 * An output of the row.
 *
 * @param output its name; the type is each event's own
 * @param value where its value comes from
 * @param at the cell
 */
public record OutputValue(String output, NewValue value, Span at) {}
