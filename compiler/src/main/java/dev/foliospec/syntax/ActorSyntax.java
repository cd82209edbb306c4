package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code actor host}: someone who causes or sees events.
 *
 * @param names one or several
 * @param doc its documentation
 * @param at the whole declaration
 */
public record ActorSyntax(List<Name> names, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public ActorSyntax {
    names = List.copyOf(names);
  }
}
