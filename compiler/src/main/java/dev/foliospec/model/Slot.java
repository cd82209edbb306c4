package dev.foliospec.model;

/**
 * Anything that has a value when a row is asked whether it applies.
 *
 * <p>Ghosts and what answers show are read by properties alone.
 *
 * <p>Names of slots are unique in a policy but for parameters, which several events may share by
 * name; whoever evaluates looks slots up by name.
 */
public sealed interface Slot permits Variable, Flag, Trait, Chance, Parameter, Ghost, Observed {
  /** Its name. */
  String name();

  /** Its values. */
  Type type();
}
