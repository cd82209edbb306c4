package dev.foliospec.generator.export;

import dev.foliospec.diagnostic.render.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Breaks lines of the language and comments so that they mean the same. A broken line never goes on
 * with a word that would begin something new, and texts in quotes stay whole.
 *
 * @param width how many columns a line may have; a word that is longer by itself stays whole
 */
record Wrapping(int width) {
  private static final Set<String> FIRST_WORDS = Set.of(
      "vocabulary",
      "policy",
      "abstract",
      "policies",
      "scenarios",
      "source",
      "actor",
      "type",
      "set",
      "map",
      "var",
      "hidden",
      "ghost",
      "flag",
      "trait",
      "chance",
      "init",
      "event",
      "effect",
      "error",
      "define",
      "observer",
      "step",
      "table",
      "override",
      "delete",
      "lacks",
      "property",
      "scenario",
      "row",
      "for",
      "except",
      "always",
      "never",
      "after",
      "reachable",
      "from",
      "with",
      "when",
      "answer",
      "answers",
      "sets",
      "does",
      "why",
      "status",
      "where",
      "system",
      "common",
      "range",
      "whole",
      "global",
      "refuse");

  /** Words that are not left alone at the end of a line, nor at the start of one. */
  private static final Set<String> SIGNS = Set.of("=", "!=", "<", "<=", ">", ">=");

  /**
   * A line of the language; as a comment where it has no room in any other way.
   *
   * @param lead what it begins with; what goes on is indented as far
   */
  String line(String lead, String content) {
    String shown = Visible.line(content);
    List<String> lines = broken(lead, shown, false);
    if (!fits(lines)) {
      // Behind a text that fills its line, grounds may begin one.
      List<String> shorter = broken(lead, shown, true);
      lines = fits(shorter) ? shorter : lines;
    }
    return fits(lines) || shown.indexOf('"') < 0
        ? String.join("\n", lines) + "\n"
        : comment("# ", lead.strip() + (lead.isBlank() ? "" : " ") + shown);
  }

  private boolean fits(List<String> lines) {
    return lines.stream().allMatch(each -> each.length() <= width);
  }

  private List<String> broken(String lead, String shown, boolean grounds) {
    return broken(lead, " ".repeat(Math.max(2, lead.length())), words(shown, grounds));
  }

  /** A comment or documentation; words that are too long are cut. */
  String comment(String lead, String content) {
    List<String> words = new ArrayList<>();
    int room = width - lead.length();
    for (String word : Visible.line(content).strip().split(" +")) {
      String rest = word;
      while (rest.length() > room) {
        words.add(rest.substring(0, room));
        rest = rest.substring(room);
      }
      words.add(rest);
    }
    StringBuilder text = new StringBuilder();
    StringBuilder line = new StringBuilder(lead);
    boolean first = true;
    for (String word : words) {
      if (!first && line.length() + 1 + word.length() > width) {
        text.append(line).append('\n');
        line = new StringBuilder(lead);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    return text.append(line.toString().stripTrailing()).append('\n').toString();
  }

  /** Words for people, broken at spaces; lines after the first are indented. */
  String hanging(String lead, int indent, String content) {
    List<String> words = List.of(Visible.line(content).split(" "));
    return String.join("\n", broken(lead, " ".repeat(indent), words)) + "\n";
  }

  private List<String> broken(String lead, String indent, List<String> words) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(lead);
    boolean first = true;
    for (String word : words) {
      if (!first && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
      first = false;
    }
    lines.add(line.toString());
    return lines;
  }

  /**
   * Where a line may be broken: between these.
   *
   * @param grounds also before a source or a status that stands behind a text in quotes
   */
  private static List<String> words(String text, boolean grounds) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean quoted = false;
    for (String part : text.split(" ", -1)) {
      String before = words.isEmpty() ? "" : words.get(words.size() - 1);
      String last = before.substring(before.lastIndexOf(' ') + 1);
      boolean sign = SIGNS.contains(part) || SIGNS.contains(last) || last.equals("status");
      boolean ground =
          grounds && last.endsWith("\"") && (part.equals("source") || part.equals("status"));
      boolean joined = quoted || (!words.isEmpty() && (sign || (!ground && startsSomething(part))));
      if (joined && word.length() == 0) {
        word.append(words.remove(words.size() - 1)).append(' ');
      } else if (joined) {
        word.append(' ');
      }
      word.append(part);
      quoted ^= part.chars().filter(c -> c == '"').count() % 2 == 1;
      if (!quoted) {
        words.add(word.toString());
        word = new StringBuilder();
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  /** Whether a line that starts so would not go on with the one above. */
  private static boolean startsSomething(String part) {
    int end = 0;
    while (end < part.length()
        && (Character.isLetterOrDigit(part.charAt(end)) || part.charAt(end) == '_')) {
      end++;
    }
    return part.isEmpty()
        || part.charAt(0) == '|'
        || part.charAt(0) == '#'
        || FIRST_WORDS.contains(part.substring(0, end));
  }
}
