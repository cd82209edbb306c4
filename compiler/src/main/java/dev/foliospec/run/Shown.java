package dev.foliospec.run;

import dev.foliospec.model.Value;

/** What an answer shows under one output. */
public sealed interface Shown {
  /** No output. */
  record None() implements Shown {}

  /** A value. */
  record One(Value value) implements Shown {}

  /** Any value, or none: nothing is promised. */
  record Whatever() implements Shown {}
}
