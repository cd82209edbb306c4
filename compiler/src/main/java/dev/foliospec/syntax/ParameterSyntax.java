package dev.foliospec.syntax;

/**
 * A parameter or an output of an event: {@code to: Attr}.
 *
 * @param name its name
 * @param type its values
 */
public record ParameterSyntax(Name name, TypeSyntax type) {}
