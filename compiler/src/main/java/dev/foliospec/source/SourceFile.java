package dev.foliospec.source;

import java.util.Arrays;

/**
 * One file of specs: a name to quote and the text that the author wrote.
 *
 * <p>Two source files are equal only if they are the same object; offsets are UTF-16 code units from
 * 0, lines and columns count from 1.
 */
public final class SourceFile {
  private final String path;
  private final String text;
  private final int[] lineStarts;

  /**
   * A file as it is quoted in messages.
   *
   * @param path relative to where the tool runs, with {@code /} between its parts
   * @param text the whole content, as decoded from UTF-8
   */
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[64];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** Relative to where the tool runs, with {@code /} between its parts. */
  public String path() {
    return path;
  }

  /** The whole content. */
  public String text() {
    return text;
  }

  /** How many lines the text has; an empty text has one. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The line, from 1, on which an offset lies; an offset past the end lies on the last line. */
  public int lineAt(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Where an offset lies, in lines and columns from 1. */
  public Position positionAt(int offset) {
    int line = lineAt(offset);
    return new Position(line, offset - lineStarts[line - 1] + 1);
  }

  /** The offset at which a line, counted from 1, starts. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** The text of a line, counted from 1, without its line end. */
  public String line(int line) {
    int start = lineStart(line);
    int end = line < lineStarts.length ? lineStarts[line] - 1 : text.length();
    if (end > start && text.charAt(end - 1) == '\r') {
      end--;
    }
    return text.substring(start, end);
  }

  /** The stretch from one offset up to, not including, another. */
  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  @Override
  public String toString() {
    return path;
  }
}
