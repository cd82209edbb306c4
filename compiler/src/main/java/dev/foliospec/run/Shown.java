package dev.foliospec.run;

import dev.foliospec.model.Value;
import org.jspecify.annotations.Nullable;

/** What an answer shows under one output. */
public sealed interface Shown {
  /** No output. */
  record None() implements Shown {
    // By hand, as in RowId.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof None;
    }

    @Override
    public int hashCode() {
      return 0;
    }
  }

  /** A value. */
  record One(Value value) implements Shown {
    // By hand, as in RowId.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof One one && value.equals(one.value);
    }

    @Override
    public int hashCode() {
      return value.hashCode();
    }
  }

  /** Any value, or none: nothing is promised. */
  record Whatever() implements Shown {}
}
