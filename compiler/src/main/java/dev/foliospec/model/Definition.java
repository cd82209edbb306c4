package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * A named condition. It is evaluated where it is named, at most once an evaluation, never copied.
 *
 * @param name its name
 * @param expression what it stands for
 * @param doc its documentation
 * @param at its declaration
 */
public record Definition(String name, Expression expression, Optional<String> doc, Span at) {}
