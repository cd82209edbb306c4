package dev.foliospec.source;

/**
 * A place in a file as people count: lines from 1, columns from 1 in UTF-16 code units.
 *
 * @param line from 1
 * @param column from 1
 */
public record Position(int line, int column) {}
