package dev.foliospec.generator.rows;

import dev.foliospec.model.Expression;
import dev.foliospec.model.Slot;
import dev.foliospec.model.Value;
import dev.foliospec.model.ValueMap;

/** Where a value comes from: from what was before the event, and from picks. */
public sealed interface Origin {
  /** A value. */
  record Constant(Value value) implements Origin {}

  /** A slot's value before the event. */
  record Read(Slot slot) implements Origin {}

  /** A number, moved; never a constant. */
  record Shifted(Origin from, int by) implements Origin {}

  /** A map applied. */
  record Mapped(ValueMap map, Origin from) implements Origin {}

  /** What was picked. */
  record Picked(Pick pick) implements Origin {}

  /** One or the other: where two elements may be the same one. */
  record Either(Expression when, Origin yes, Origin no) implements Origin {}
}
