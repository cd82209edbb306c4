package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * What follows a colon or a type's {@code =}: a type's name, or values, ranges and spliced types.
 *
 * <p>A single word is a type's name where such a type exists, otherwise an enumeration of one value.
 *
 * @param items in order
 * @param ordered whether they are separated by {@code <}
 * @param matchesAny the items marked {@code matches any}
 * @param effects whether it is the word {@code effects}, which traits alone may have
 * @param at the whole
 */
public record TypeSyntax(
    List<ItemSyntax> items, boolean ordered, List<Name> matchesAny, boolean effects, Span at) {
  /** Copies the lists. */
  public TypeSyntax {
    items = List.copyOf(items);
    matchesAny = List.copyOf(matchesAny);
  }
}
