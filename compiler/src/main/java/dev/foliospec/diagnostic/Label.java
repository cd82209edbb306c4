package dev.foliospec.diagnostic;

import dev.foliospec.source.Span;

/**
 * A stretch of text and why it is shown.
 *
 * @param at the smallest stretch that shows it
 * @param text the reason, or empty where the message says enough
 */
public record Label(Span at, String text) {}
