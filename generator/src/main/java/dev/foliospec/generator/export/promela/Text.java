package dev.foliospec.generator.export.promela;

import dev.foliospec.diagnostic.render.Visible;
import java.util.List;

/** The lines of a model, with how far they are moved in. */
final class Text {
  private final StringBuilder lines = new StringBuilder();
  private int depth;

  /** Adds a line; an empty one is not moved in. */
  Text line(String text) {
    if (!text.isEmpty()) {
      lines.append("  ".repeat(depth)).append(text);
    }
    lines.append('\n');
    return this;
  }

  Text in() {
    depth++;
    return this;
  }

  Text out() {
    depth--;
    return this;
  }

  /** Adds lines that are moved in already. */
  Text add(Text other) {
    lines.append(other.lines);
    return this;
  }

  /** A comment on a line of its own. */
  Text note(String words) {
    return line(comment(words));
  }

  /** Words that cannot end the comment that they stand in. */
  static String comment(String words) {
    return "/* " + inComment(words) + " */";
  }

  static String inComment(String words) {
    return Visible.line(words).replace("*/", "* /").replace("/*", "/ *").replace("\\", "/");
  }

  static String all(List<String> parts) {
    return joined(parts, " && ");
  }

  static String any(List<String> parts) {
    return joined(parts, " || ");
  }

  private static String joined(List<String> parts, String word) {
    return parts.size() == 1 ? parts.get(0) : "(" + String.join(word, parts) + ")";
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
