package dev.foliospec.syntax;

/**
 * {@code asked=as}: an output in an answer cell.
 *
 * @param name the output
 * @param value where its value comes from
 */
public record OutputSyntax(Name name, UpdateSyntax value) {}
