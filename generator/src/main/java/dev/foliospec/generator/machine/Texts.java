package dev.foliospec.generator.machine;

import dev.foliospec.generator.plan.Spelled;
import java.util.ArrayList;
import java.util.List;

/** Text of authors, made harmless for where it goes in Java: comments and string literals. */
public final class Texts {
  private Texts() {}

  /**
   * For a documentation comment: no end of comment, no Unicode escape, no tag, no HTML, nothing that
   * turns the direction of reading.
   */
  public static String comment(String text) {
    StringBuilder safe = new StringBuilder();
    text.codePoints().forEach(c -> {
      switch (c) {
        case '<' -> safe.append("&lt;");
        case '>' -> safe.append("&gt;");
        case '&' -> safe.append("&amp;");
        case '@' -> safe.append("&#64;");
        case '\\' -> safe.append("&#92;");
        case '/' -> safe.append(ends(safe, '*') ? "&#47;" : "/");
        case '*' -> safe.append(ends(safe, '/') ? "&#42;" : "*");
        case '{' -> safe.append("&#123;");
        case '}' -> safe.append("&#125;");
        case '\n', '\r', '\t' -> safe.append(' ');
        default -> {
          if (Spelled.invisible(c)) {
            safe.append("&#").append(c).append(';');
          } else {
            safe.appendCodePoint(c);
          }
        }
      }
    });
    return safe.toString();
  }

  private static boolean ends(StringBuilder text, char last) {
    return text.length() > 0 && text.charAt(text.length() - 1) == last;
  }

  /** A string literal of Java, in ASCII. */
  public static String literal(String text) {
    StringBuilder made = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      switch (c) {
        case '"' -> made.append("\\\"");
        case '\\' -> made.append("\\\\");
        case '\n' -> made.append("\\n");
        case '\t' -> made.append("\\t");
        case '\r' -> made.append("\\r");
        default -> {
          if (c >= ' ' && c < 127) {
            made.append(c);
          } else {
            made.append("\\u").append(hex(c));
          }
        }
      }
    }
    return made.append('"').toString();
  }

  private static String hex(char c) {
    String digits = Integer.toHexString(c);
    return "0".repeat(4 - digits.length()) + digits;
  }

  /** Safe text in lines of at most {@code width} characters, broken at spaces. */
  public static String wrapped(String safe, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : words(safe)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (line.length() > 0) {
        line.append(' ');
      }
      line.append(word);
    }
    lines.add(line.toString());
    return String.join("\n", lines);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = text.indexOf(' ', from);
      to = to < 0 ? text.length() : to;
      if (to > from) {
        words.add(text.substring(from, to));
      }
      from = to + 1;
    }
    return words;
  }

  /**
   * Text as a sentence of a comment: a capital and a full stop where they are missing, names between
   * backticks as code.
   */
  public static String sentence(String text) {
    String safe = comment(text).trim();
    StringBuilder marked = new StringBuilder();
    boolean code = false;
    boolean paired = safe.chars().filter(c -> c == '`').count() % 2 == 0;
    for (int at = 0; at < safe.length(); at++) {
      char c = safe.charAt(at);
      if (c == '`' && paired) {
        marked.append(code ? "</code>" : "<code>");
        code = !code;
      } else {
        marked.append(c);
      }
    }
    String made = marked.toString();
    boolean ended = made.endsWith(".") || made.endsWith("?") || made.endsWith("!");
    return made.isEmpty() || ended ? made : made + ".";
  }
}
