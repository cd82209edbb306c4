package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * A choice made once, when VM or memory is created.
 *
 * @param name its name
 * @param type its values
 * @param owner the policy that declares it, or empty for the vocabulary
 * @param doc its documentation
 * @param at its declaration
 */
public record Flag(String name, Type type, Optional<String> owner, Optional<String> doc, Span at)
    implements Slot {}
