package dev.foliospec.model;

import java.util.List;

/**
 * Anything that has a value when a row is asked whether it applies.
 *
 * <p>Ghosts and what answers show are read by properties alone.
 *
 * <p>Names of slots are unique in a policy but for parameters, which several events may share by
 * name; whoever evaluates looks slots up by name.
 */
public sealed interface Slot
    permits Variable, Element, Flag, Trait, Chance, Parameter, Ghost, Observed {
  /** Its name. */
  String name();

  /** Its values. */
  Type type();

  /** What is read to know its value: itself, or the index and all elements that it may pick. */
  default List<Slot> sources() {
    return List.of(this);
  }
}
