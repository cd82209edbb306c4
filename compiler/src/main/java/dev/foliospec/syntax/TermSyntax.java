package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/** A side of a comparison. */
public sealed interface TermSyntax {
  /** The whole term. */
  Span at();

  /** A value, number, variable, parameter, flag, trait, chance or output; perhaps primed. */
  record Named(Name name, Optional<Name> index, boolean primed, Span at) implements TermSyntax {}

  /** {@code number g: P}. */
  record Count(Name index, ExpressionSyntax body, Span at) implements TermSyntax {}
}
