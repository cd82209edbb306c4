package dev.foliospec.diagnostic;

import dev.foliospec.source.Span;

/**
 * A change of text that repairs a finding.
 *
 * @param at what is replaced; an empty stretch inserts
 * @param text what stands there afterwards
 */
public record Edit(Span at, String text) {}
