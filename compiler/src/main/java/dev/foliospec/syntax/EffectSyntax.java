package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * {@code effect zap_stage2 ensures stage2' = none}: what an implementation must do.
 *
 * @param names one or several
 * @param ensures what holds afterwards
 * @param doc its documentation
 * @param at the whole declaration
 */
public record EffectSyntax(
    List<Name> names, Optional<ExpressionSyntax> ensures, Optional<DocSyntax> doc, Span at)
    implements DeclarationSyntax {
  /** Copies the lists. */
  public EffectSyntax {
    names = List.copyOf(names);
  }
}
