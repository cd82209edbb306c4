package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * A choice that each policy fixes.
 *
 * @param name its name
 * @param type its values; without values where it is a list of effects
 * @param effects whether it is a list of effects
 * @param doc its documentation
 * @param at its declaration
 */
public record Trait(String name, Type type, boolean effects, Optional<String> doc, Span at)
    implements Slot {}
