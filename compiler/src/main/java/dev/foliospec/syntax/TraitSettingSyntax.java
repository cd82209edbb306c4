package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code trait zap_on_conversion = yes / no}: what one policy makes of a trait.
 *
 * @param name the trait
 * @param alternatives one, or several where it is undecided
 * @param grounds why
 * @param doc its documentation
 * @param at the whole declaration
 */
public record TraitSettingSyntax(
    Name name,
    List<AlternativeSyntax> alternatives,
    GroundsSyntax grounds,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public TraitSettingSyntax {
    alternatives = List.copyOf(alternatives);
  }
}
