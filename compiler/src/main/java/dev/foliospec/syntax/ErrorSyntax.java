package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code error SIGBUS, memory_fault}: what may be answered instead of ok.
 *
 * @param names one or several
 * @param doc its documentation
 * @param at the whole declaration
 */
public record ErrorSyntax(List<Name> names, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public ErrorSyntax {
    names = List.copyOf(names);
  }
}
