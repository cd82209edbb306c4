package dev.foliospec.model;

import java.util.List;

/** Where the value of a variable after the event, or of an output, comes from. */
public sealed interface NewValue {
  /** The variables whose values after the row it reads. */
  default List<String> readsAfter() {
    if (this instanceof Read read) {
      return read.primed() ? names(read.slot()) : List.of();
    }
    if (this instanceof Shifted shifted) {
      return shifted.primed() ? names(shifted.slot()) : List.of();
    }
    if (this instanceof Mapped mapped) {
      return mapped.primed() ? names(mapped.slot()) : List.of();
    }
    if (this instanceof OneOf some) {
      return some.choices().stream().flatMap(each -> each.readsAfter().stream()).toList();
    }
    return List.of();
  }

  private static List<String> names(Slot slot) {
    return slot instanceof Element element
        ? element.elements().stream().map(Variable::name).toList()
        : List.of(slot.name());
  }

  /** Unchanged, or as the row's steps left it. Not for outputs. */
  record Kept() implements NewValue {}

  /** No output. Only for outputs. */
  record Nothing() implements NewValue {}

  /** A value. */
  record Constant(Value value) implements NewValue {}

  /** A slot's value before the event, or a variable's after the row. */
  record Read(Slot slot, boolean primed) implements NewValue {}

  /** A number, moved. */
  record Shifted(Slot slot, boolean primed, int by) implements NewValue {}

  /** A map applied. */
  record Mapped(ValueMap map, Slot slot, boolean primed) implements NewValue {}

  /** Any value of the variable's type; for an output also none. */
  record Any() implements NewValue {}

  /** One of these, not said which. */
  record OneOf(List<NewValue> choices) implements NewValue {
    /** Copies the list. */
    public OneOf {
      choices = List.copyOf(choices);
    }
  }
}
