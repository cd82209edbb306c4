package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code init attr = shared if init_shared = yes else private}: a first value that depends on flags and traits.
 *
 * @param variable the variable
 * @param index of an indexed variable: the one element that is meant, where not all are
 * @param cases tried in order; the last has no condition
 * @param doc its documentation
 * @param at the whole declaration
 */
public record InitSyntax(
    Name variable, Optional<Name> index, List<CaseSyntax> cases, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public InitSyntax {
    cases = List.copyOf(cases);
  }
}
