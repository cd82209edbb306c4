package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;

/**
 * Documentation: the {@code ##} comment that belongs to a declaration, a unit or a row.
 *
 * @param lines its lines without {@code ##} and one space, in order
 * @param before how many of the lines stand before what they document; the others trail it
 * @param at from the first {@code ##} to the end of the last line
 */
public record DocSyntax(List<String> lines, int before, Span at) {
  /** Copies the list. */
  public DocSyntax {
    lines = List.copyOf(lines);
  }

  /** The lines that stand before what they document. */
  List<String> leading() {
    return lines.subList(0, before);
  }

  /** The lines that trail what they document, the first of them behind it. */
  List<String> trails() {
    return lines.subList(before, lines.size());
  }

  /** Whether it began after something on its line. */
  public boolean trailing() {
    return before == 0;
  }

  /** The lines joined by line ends. */
  public String text() {
    return String.join("\n", lines);
  }
}
