package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * What may be answered instead of ok: an errno, a signal, an exit.
 *
 * @param name its name
 * @param owner the policy that declares it, or empty for the vocabulary
 * @param doc its documentation
 * @param at its declaration
 */
public record ErrorAnswer(String name, Optional<String> owner, Optional<String> doc, Span at) {}
