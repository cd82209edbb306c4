package dev.foliospec.model;

/**
 * What an answer shows under an output, as the expressions of properties read it. No row reads it.
 *
 * @param name the output's name
 * @param type its values
 */
public record Observed(String name, Type type) implements Slot {}
