package dev.foliospec.model;

import dev.foliospec.source.Span;

/**
 * An event that a policy does not have.
 *
 * @param event the event
 * @param grounds why
 * @param at where it says so
 */
public record Lack(Event event, Grounds grounds, Span at) {}
