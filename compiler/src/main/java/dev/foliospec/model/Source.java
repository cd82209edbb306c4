package dev.foliospec.model;

import dev.foliospec.source.Span;

/**
 * A document that rows may cite.
 *
 * @param id its short name
 * @param text what it is
 * @param at its declaration
 */
public record Source(String id, String text, Span at) {}
