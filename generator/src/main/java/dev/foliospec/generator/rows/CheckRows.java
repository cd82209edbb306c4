package dev.foliospec.generator.rows;

import dev.foliospec.model.Table;
import java.util.List;

/**
 * The rows of one table of checks on one event. The first whose guard holds answers; where that is a
 * {@code pass}, or none holds, the next table is asked.
 *
 * @param table the table
 * @param rows in the order in which they are asked, {@code pass} included
 */
public record CheckRows(Table table, List<Answering> rows) {
  /** Copies the list. */
  public CheckRows {
    rows = List.copyOf(rows);
  }
}
