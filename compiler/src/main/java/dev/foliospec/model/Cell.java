package dev.foliospec.model;

import dev.foliospec.source.Span;

/**
 * One field of a row as it would be printed.
 *
 * @param heading its column
 * @param outcome whether it stands right of {@code ||}
 * @param text canonical; {@code base} already worked out
 * @param at where it was written
 */
public record Cell(String heading, boolean outcome, String text, Span at) {}
