package dev.foliospec.syntax;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The writing of one transition, as a line of a table or as a card; of a pivot, of one policy.
 *
 * @param id the row's id, or in a pivot the policy's name
 * @param alternativeTo in {@code A8b or A8}: the row beside which it stands
 * @param cells the cells after the id, each with its column, in the order of writing
 * @param doc its documentation
 * @param at the row, continuation lines included
 */
public record RowSyntax(
    Name id,
    Optional<Name> alternativeTo,
    List<CellSyntax> cells,
    Optional<DocSyntax> doc,
    Span at) {
  /** Copies the list. */
  public RowSyntax {
    cells = List.copyOf(cells);
  }

  /** The first cell of a kind of column, if the row has one. */
  public Optional<CellSyntax> cell(ColumnKind kind) {
    for (CellSyntax each : cells) {
      if (each.column().kind() == kind) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
