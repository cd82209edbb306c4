package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * {@code except v8.tdx because "..." source K6}: policies that may break a property.
 *
 * @param policies globs
 * @param grounds why
 * @param at the clause
 */
public record ExceptSyntax(List<Name> policies, GroundsSyntax grounds, Span at) {
  /** Copies the list. */
  public ExceptSyntax {
    policies = List.copyOf(policies);
  }
}
