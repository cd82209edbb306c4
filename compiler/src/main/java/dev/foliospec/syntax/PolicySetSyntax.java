package dev.foliospec.syntax;

import java.util.List;

/**
 * All files of one run, in path order.
 *
 * @param files as written
 */
public record PolicySetSyntax(List<FileSyntax> files) {
  /** Copies the list. */
  public PolicySetSyntax {
    files = List.copyOf(files);
  }
}
