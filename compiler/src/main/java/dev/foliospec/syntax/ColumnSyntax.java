package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * A heading.
 *
 * @param kind what its cells hold
 * @param name the word, without index and prime
 * @param index what stands in brackets after it
 * @param at where
 */
public record ColumnSyntax(ColumnKind kind, Name name, Optional<Name> index, Span at) {
  /** The heading as it is written. */
  public String heading() {
    String indexed = index.map(i -> name.text() + "[" + i.text() + "]").orElse(name.text());
    return kind == ColumnKind.UPDATE ? indexed + "'" : indexed;
  }
}
