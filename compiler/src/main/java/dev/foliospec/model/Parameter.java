package dev.foliospec.model;

/**
 * What an event is asked with.
 *
 * @param name its name
 * @param type its values
 */
public record Parameter(String name, Type type) implements Slot {}
