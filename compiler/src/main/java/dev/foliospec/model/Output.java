package dev.foliospec.model;

/**
 * What an event answers beside ok or an error.
 *
 * @param name its name
 * @param type its values
 */
public record Output(String name, Type type) {}
