package dev.foliospec.syntax;

import java.util.List;

/**
 * How wide the columns of one table are: as its widest cell of at most {@value #WIDEST} characters.
 * A longer cell overflows in its own line only.
 */
final class Columns {
  /** The widest cell that widens its column. */
  static final int WIDEST = 24;

  private final int[] widths;
  private final int divider;

  /**
   * Measures a table.
   *
   * @param lines the texts of its cells, the heading's first
   * @param divider how many columns stand left of {@code ||}; 0 for a table without
   */
  Columns(List<List<String>> lines, int divider) {
    this.widths = new int[lines.get(0).size()];
    this.divider = divider;
    for (int column = 0; column < widths.length; column++) {
      widths[column] = 1;
      for (List<String> line : lines) {
        int width = width(line.get(column));
        if (width <= WIDEST) {
          widths[column] = Math.max(widths[column], width);
        }
      }
    }
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }

  /** A line of cells. */
  String line(List<String> cells) {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      String cell = cells.get(column);
      line.append(' ').append(cell);
      line.append(" ".repeat(Math.max(0, widths[column] - width(cell)))).append(' ');
      line.append(bar(column));
    }
    return line.toString();
  }

  /** The line of dashes. */
  String border() {
    StringBuilder line = new StringBuilder("|");
    for (int column = 0; column < widths.length; column++) {
      line.append("-".repeat(widths[column] + 2)).append(bar(column));
    }
    return line.toString();
  }

  private String bar(int column) {
    return column + 1 == divider ? "||" : "|";
  }
}
