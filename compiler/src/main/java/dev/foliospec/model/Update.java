package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * A variable's value after the row.
 *
 * @param target the variable, or the element of an indexed one that something picks
 * @param value where its value comes from
 * @param at the cell
 */
public record Update(Slot target, NewValue value, Span at) {
  /** What it writes, as its column says without the prime. */
  public String name() {
    return target.name();
  }

  /** The variables that it may write: one, or all elements of an indexed one. */
  public List<Variable> variables() {
    return target instanceof Element element ? element.elements() : List.of((Variable) target);
  }

  /** Whether it may write a variable. */
  public boolean mayWrite(String variable) {
    for (Variable each : variables()) {
      if (each.name().equals(variable)) {
        return true;
      }
    }
    return false;
  }
}
