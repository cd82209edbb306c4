package dev.foliospec.syntax;

import dev.foliospec.source.Span;

/**
 * A word that the author wrote: a name, a value, a number, or a glob of policy names.
 *
 * @param text as written
 * @param at where
 */
public record Name(String text, Span at) {
  /** Whether it is a plain number. */
  public boolean isNumber() {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return text;
  }
}
