package dev.foliospec.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The element of an indexed variable that something else picks: {@code guest[gfn]}, where {@code gfn}
 * is a parameter or a variable. The index means its value before the event, also where the element is
 * primed. {@code guest[a]}, for a value {@code a}, is a plain {@link Variable}.
 *
 * @param family the indexed variable
 * @param index what picks; each of its values has an element
 * @param elements all elements, in the order of the index type
 */
public record Element(String family, Slot index, List<Variable> elements) implements Slot {
  /** Copies the list. */
  public Element {
    elements = List.copyOf(elements);
  }

  @Override
  public String name() {
    return family + "[" + index.name() + "]";
  }

  @Override
  public Type type() {
    return elements.get(0).type();
  }

  @Override
  public List<Slot> sources() {
    List<Slot> sources = new ArrayList<>(index.sources());
    sources.addAll(elements);
    return sources;
  }

  /** The element for a value of the index. */
  public Optional<Variable> at(Value key) {
    for (Variable each : elements) {
      if (each.member().isPresent() && each.member().get().key().equals(key)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
