package dev.foliospec.syntax;

import dev.foliospec.source.SourceFile;
import java.util.List;

/**
 * One file as written.
 *
 * @param source the file
 * @param units its units, in order
 * @param comments all plain comments, in order
 * @param intact whether it was read without an error of writing; only then may it be formatted
 */
public record FileSyntax(
    SourceFile source, List<UnitSyntax> units, List<CommentSyntax> comments, boolean intact) {
  /** Copies the lists. */
  public FileSyntax {
    units = List.copyOf(units);
    comments = List.copyOf(comments);
  }
}
