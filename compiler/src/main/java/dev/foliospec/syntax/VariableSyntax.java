package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code var folio : absent | present = absent}, {@code hidden var}, {@code ghost}: what a state holds.
 *
 * @param kind visible, hidden, or history for properties
 * @param name its name
 * @param index the type over whose values it is repeated
 * @param type its values
 * @param initial its first value
 * @param actor who alone knows it, of a hidden variable
 * @param rules how a ghost follows effects
 * @param doc its documentation
 * @param at the whole declaration
 */
public record VariableSyntax(
    Kind kind,
    Name name,
    Optional<Name> index,
    TypeSyntax type,
    Optional<Name> initial,
    Optional<Name> actor,
    List<GhostRuleSyntax> rules,
    Optional<DocSyntax> doc,
    Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public VariableSyntax {
    rules = List.copyOf(rules);
  }

  /** What sort of variable it is. */
  public enum Kind {
    /** Really there, and a monitor may be told it. */
    VISIBLE,
    /** Only modelled. */
    HIDDEN,
    /** Only for properties. */
    GHOST
  }
}
