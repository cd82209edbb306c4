package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * Documentation: the {@code ##} comment that belongs to a declaration, a unit or a row.
 *
 * @param lines its lines without {@code ##} and one space, in order
 * @param trailing whether it began after something on its line
 * @param at from the first {@code ##} to the end of the last line
 */
public record DocSyntax(List<String> lines, boolean trailing, Span at) {
  /** Copies the list. */
  public DocSyntax {
    lines = List.copyOf(lines);
  }

  /** The lines joined by line ends. */
  public String text() {
    return String.join("\n", lines);
  }
}
