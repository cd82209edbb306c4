package dev.foliospec.syntax;

import java.util.regex.Pattern;

/**
 * Reads mail as the policy that it quotes, every character keeping its place.
 *
 * <p>A leading run of {@code >} and spaces becomes spaces; what stands before the first unit line,
 * and from a line {@code -- } on, becomes blank.
 */
final class QuotedMail {
  private static final String TAIL = "\\s*((extends|refines|source|status|because)\\s.*|#.*)?";
  private static final Pattern UNIT = Pattern.compile("\\s*(vocabulary\\s+\\w+\\s*(#.*)?"
      + "|(abstract\\s+)?policy\\s+[\\w.]+\\s+of\\s+\\w+" + TAIL
      + "|(policies|scenarios)\\s+of\\s+\\w+" + TAIL + ")");

  private QuotedMail() {}

  /** The text to read, as long as the mail. */
  static String unquoted(String mail) {
    StringBuilder text = new StringBuilder(mail);
    boolean inside = false;
    boolean ended = false;
    int start = 0;
    while (start < mail.length()) {
      int end = mail.indexOf('\n', start);
      end = end < 0 ? mail.length() : end;
      blankMarks(text, start, end);
      String line = text.substring(start, end);
      inside = inside || UNIT.matcher(line).matches();
      ended = ended || (inside && line.strip().equals("--"));
      if (!inside || ended) {
        blank(text, start, end);
      }
      start = end + 1;
    }
    return text.toString();
  }

  private static void blankMarks(StringBuilder text, int start, int end) {
    for (int at = start; at < end; at++) {
      char here = text.charAt(at);
      if (here == '>') {
        text.setCharAt(at, ' ');
      } else if (here != ' ' && here != '\t') {
        return;
      }
    }
  }

  private static void blank(StringBuilder text, int start, int end) {
    for (int at = start; at < end; at++) {
      text.setCharAt(at, ' ');
    }
  }
}
