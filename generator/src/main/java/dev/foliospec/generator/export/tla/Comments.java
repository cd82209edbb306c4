package dev.foliospec.generator.export.tla;

import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text from policies as comments. Each line is a comment of its own, so that nothing in it ends it or goes
 * on after it.
 */
final class Comments {
  private Comments() {}

  /** A text in as many lines as it needs. */
  static String lines(String text) {
    StringBuilder lines = new StringBuilder();
    for (String paragraph : text.split("\n", -1)) {
      String indent = paragraph.startsWith("  ") ? "  " : "";
      for (String line : wrapped(paragraph)) {
        lines.append(("\\* " + indent + line).stripTrailing()).append('\n');
      }
    }
    return lines.toString();
  }

  private static List<String> wrapped(String paragraph) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : Visible.line(paragraph.strip()).split(" ")) {
      if (line.length() > 0 && line.length() + word.length() + 4 > Layout.WIDTH) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /** The end of a line: two spaces and the text, or nothing. */
  static String trailing(Optional<String> text) {
    return text.map(each -> "  \\* " + Visible.line(each.replace('\n', ' ').strip()))
        .orElse("");
  }

  /** What something rests on: {@code Source: K3. Status: assumed.} */
  static String grounds(Grounds grounds) {
    StringBuilder text = new StringBuilder();
    if (!grounds.sources().isEmpty()) {
      text.append("Source: ").append(grounds.spelled()).append('.');
    }
    if (grounds.status() != Status.DECIDED) {
      text.append(text.length() == 0 ? "" : " ")
          .append("Status: ")
          .append(grounds.status().word())
          .append('.');
    }
    return text.toString();
  }
}
