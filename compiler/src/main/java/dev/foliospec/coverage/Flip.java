package dev.foliospec.coverage;

import dev.foliospec.syntax.CellContent;
import dev.foliospec.syntax.CellSyntax;
import dev.foliospec.syntax.RowSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A row with one thing changed.
 *
 * @param becomes what the changed cell says
 * @param brief the same in few words: {@code without zap}
 * @param contents by the position of a cell in the row: what it says now
 */
record Flip(String becomes, String brief, Map<Integer, CellContent> contents) {
  Flip {
    contents = Map.copyOf(contents);
  }

  /** Whether the row could be written so; some cells cannot be put in other words. */
  boolean readable() {
    for (CellContent content : contents.values()) {
      if (content instanceof CellContent.Broken) {
        return false;
      }
    }
    return true;
  }

  /** The row with the change. */
  RowSyntax in(RowSyntax row) {
    List<CellSyntax> cells = new ArrayList<>(row.cells());
    for (int at = 0; at < cells.size(); at++) {
      CellContent changed = contents.get(at);
      if (changed != null) {
        CellSyntax cell = cells.get(at);
        cells.set(at, new CellSyntax(cell.column(), changed, cell.at()));
      }
    }
    return new RowSyntax(row.id(), row.alternativeTo(), cells, row.doc(), row.at());
  }
}
