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
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  @Override
  public String toString() {
    return text;
  }
}
