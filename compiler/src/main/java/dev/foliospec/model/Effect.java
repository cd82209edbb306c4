package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * What an implementation must do in a transition.
 *
 * @param name usually the kernel's name for it
 * @param owner the policy that declares it, or empty for the vocabulary
 * @param ensures what must hold between the state before and the state after a row that has it
 * @param doc its documentation
 * @param at its declaration
 */
public record Effect(
    String name,
    Optional<String> owner,
    Optional<Expression> ensures,
    Optional<String> doc,
    Span at) {}
