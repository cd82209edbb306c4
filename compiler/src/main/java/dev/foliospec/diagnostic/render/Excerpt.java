package dev.foliospec.diagnostic.render;

/**
 * A line of source as it is shown, and where its characters come to stand. Of a line longer than a
 * screen could show, only the part around a place is taken.
 */
final class Excerpt {
  /** How many characters of a line are shown at most, and how many before the place. */
  private static final int LONGEST = 240;

  private static final int BEFORE = 60;

  private final StringBuilder shown = new StringBuilder();
  private final int from;
  private final int[] columns;

  /**
   * The part of a line around a place.
   *
   * @param line the line
   * @param around an offset in it that must be seen
   */
  Excerpt(String line, int around) {
    boolean whole = line.length() <= LONGEST;
    from = whole ? 0 : start(line, Math.max(0, around - BEFORE));
    int until = whole ? line.length() : start(line, Math.min(line.length(), from + LONGEST));
    columns = new int[until - from + 1];
    int column = 0;
    if (from > 0) {
      shown.append("...");
      column = 3;
    }
    int at = from;
    while (at < until) {
      int point = line.codePointAt(at);
      int next = at + Character.charCount(point);
      columns[at - from] = column;
      if (next - at == 2) {
        columns[at - from + 1] = column;
      }
      column += Visible.append(shown, point, column);
      at = next;
    }
    columns[until - from] = column;
    if (until < line.length()) {
      shown.append("...");
    }
  }

  /** Never between the halves of a character. */
  private static int start(String line, int at) {
    boolean inside = at > 0
        && at < line.length()
        && Character.isLowSurrogate(line.charAt(at))
        && Character.isHighSurrogate(line.charAt(at - 1));
    return inside ? at - 1 : at;
  }

  /** The text, safe to print. */
  CharSequence shown() {
    return shown;
  }

  /** The column, from 0, at which an offset of the line is shown; the nearest one if it is not. */
  int column(int offset) {
    return columns[Math.max(0, Math.min(columns.length - 1, offset - from))];
  }
}
