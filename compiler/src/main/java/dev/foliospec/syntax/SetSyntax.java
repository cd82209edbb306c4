package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code set live of Phase = launch, running}: a named part of a type.
 *
 * @param name its name
 * @param type the type that it is a part of
 * @param items its values
 * @param doc its documentation
 * @param at the whole declaration
 */
public record SetSyntax(
    Name name, Name type, List<ItemSyntax> items, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public SetSyntax {
    items = List.copyOf(items);
  }
}
