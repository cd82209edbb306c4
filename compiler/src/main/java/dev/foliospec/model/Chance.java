package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * The environment's choice, made afresh at each event.
 *
 * @param name its name
 * @param type its values
 * @param usual the value that it has unless it is forced
 * @param doc its documentation
 * @param at its declaration
 */
public record Chance(String name, Type type, Value usual, Optional<String> doc, Span at)
    implements Slot {}
