package dev.foliospec.syntax;

import java.util.Optional;

/**
 * One case of an {@code init}: {@code shared if init_shared = yes}.
 *
 * @param value the value
 * @param condition when it holds; the last case has none
 */
public record CaseSyntax(Name value, Optional<ExpressionSyntax> condition) {}
