package dev.foliospec.generator.rows;

import dev.foliospec.model.Slot;
import java.util.List;

/**
 * A value that a cell leaves open: {@code any}, {@code {a, b}}.
 *
 * @param number counts the picks of a way from 0
 * @param target what the cell writes
 * @param whole whether it is any value of the target's type
 * @param options the values that it may be otherwise; they may read earlier picks
 */
public record Pick(int number, Slot target, boolean whole, List<Origin> options) {
  /** Copies the list. */
  public Pick {
    options = List.copyOf(options);
  }
}
