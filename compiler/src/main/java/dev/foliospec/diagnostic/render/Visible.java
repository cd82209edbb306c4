package dev.foliospec.diagnostic.render;

/**
 * Makes text harmless for a terminal: characters that move the cursor, reorder the line or show
 * nothing are written as {@code <U+202E>}.
 */
public final class Visible {
  /** How far apart tab stops are where a line of source is shown. */
  private static final int TAB = 4;

  private Visible() {}

  /** The text with its line ends kept and everything else that would not show, shown. */
  public static String lines(String text) {
    return shown(text, true);
  }

  /** The text on one line. */
  public static String line(String text) {
    return shown(text, false);
  }

  private static String shown(String text, boolean keepLineEnds) {
    int at = 0;
    while (at < text.length() && isPlain(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    out.append(text, 0, at);
    while (at < text.length()) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (point == '\n' && keepLineEnds) {
        out.append('\n');
      } else {
        append(out, point);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x7f;
  }

  /**
   * Appends one character of a source line as it is shown.
   *
   * @param column how many columns of the line are filled already
   * @return how many more are filled now
   */
  static int append(StringBuilder out, int point, int column) {
    if (point == '\t') {
      int width = TAB - column % TAB;
      out.append(" ".repeat(width));
      return width;
    }
    int before = out.length();
    if (append(out, point)) {
      return out.length() - before;
    }
    return width(point);
  }

  /** Appends a character, or what stands for it; answers whether something stands for it. */
  private static boolean append(StringBuilder out, int point) {
    if (isUnseen(point)) {
      String digits = Integer.toHexString(point).toUpperCase(java.util.Locale.ROOT);
      out.append("<U+").append("0".repeat(Math.max(0, 4 - digits.length()))).append(digits);
      out.append('>');
      return true;
    }
    out.appendCodePoint(point);
    return false;
  }

  private static boolean isUnseen(int point) {
    if (point < 0x7f) {
      return point < ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> true;
      case Character.SPACE_SEPARATOR -> point != ' ';
      default -> false;
    };
  }

  /** How many columns of a terminal a character fills: none, one or two. */
  private static int width(int point) {
    if (point < 0x300) {
      return 1;
    }
    int type = Character.getType(point);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(point) ? 2 : 1;
  }

  /** East Asian wide and full-width characters, and pictures. */
  private static boolean isWide(int point) {
    return (point >= 0x1100 && point <= 0x115f)
        || (point >= 0x2e80 && point <= 0xa4cf)
        || (point >= 0xac00 && point <= 0xd7a3)
        || (point >= 0xf900 && point <= 0xfaff)
        || (point >= 0xfe30 && point <= 0xfe6f)
        || (point >= 0xff00 && point <= 0xff60)
        || (point >= 0xffe0 && point <= 0xffe6)
        || (point >= 0x1f300 && point <= 0x1faff)
        || (point >= 0x20000 && point <= 0x3fffd);
  }
}
