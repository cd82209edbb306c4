package dev.foliospec.generator.plan;

/**
 * A file to be written, as a value.
 *
 * @param path where, relative to the output folder, with {@code /} between its parts
 * @param text its whole content; lines end in {@code \n}
 */
public record GeneratedFile(String path, String text) {}
