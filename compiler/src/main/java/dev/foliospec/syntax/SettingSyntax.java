package dev.foliospec.syntax;

/**
 * {@code init_shared = yes}: a flag or a choice that a scenario fixes.
 *
 * @param name the flag, or the trait that is undecided
 * @param value its value; effects are joined by {@code +}
 */
public record SettingSyntax(Name name, Name value) {}
