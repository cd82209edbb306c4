package dev.foliospec.model;

import dev.foliospec.source.Span;

/**
 * That a policy claims to refine another one: every answer it gives is one that the other allows.
 *
 * @param policy the name of the other policy
 * @param at where the claim is written; in heirs of an abstract policy that makes it, there
 */
public record Contract(String policy, Span at) {}
