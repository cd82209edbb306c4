package dev.foliospec.syntax;

/**
 * {@code before gate} or {@code after gate}: where a table stands among the others.
 *
 * @param before whether before, not after
 * @param table the other table
 */
public record PlacementSyntax(boolean before, Name table) {}
