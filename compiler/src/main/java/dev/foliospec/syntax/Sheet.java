package dev.foliospec.syntax;

import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * The page that the formatter writes: elements in the order of the file, with the comments, the
 * documentation and the blank lines that stand between them.
 */
final class Sheet {
  private final SourceFile source;
  private final List<CommentSyntax> comments;
  private final StringBuilder out = new StringBuilder();
  private int nextComment;
  private int lastLine;
  private boolean spacedBefore;

  Sheet(FileSyntax file) {
    this.source = file.source();
    this.comments = file.comments();
  }

  /**
   * Something that starts a line.
   *
   * @param start where it starts in the file
   * @param end just past its last word
   * @param doc its documentation
   * @param lines how it is written, without documentation and comments
   * @param spaced whether a blank line goes before and after it
   */
  record Element(int start, int end, Optional<DocSyntax> doc, List<String> lines, boolean spaced) {}

  /** Cuts comments, documentation and space off the end of a stretch. */
  int contentEnd(int start, int limit, Optional<DocSyntax> doc) {
    String text = source.text();
    int end = limit;
    boolean cut = true;
    while (cut && end > start) {
      cut = false;
      while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
        end--;
      }
      int before = firstCommentFrom(end) - 1;
      if (before >= 0) {
        Span at = comments.get(before).at();
        if (at.start() >= start && at.end() >= end) {
          end = at.start();
          cut = true;
        }
      }
      if (!cut && doc.isPresent() && doc.get().at().start() >= start) {
        Span at = doc.get().at();
        if (at.start() < end && at.end() >= end) {
          end = at.start();
          cut = true;
        }
      }
    }
    return end;
  }

  /** Whether comments or documentation stand inside an element, which is then left as written. */
  boolean isMixed(Element element) {
    boolean doc = element.doc().isPresent()
        && element.doc().get().at().start() > element.start()
        && element.doc().get().at().start() < element.end();
    int inside = firstCommentFrom(element.start() + 1);
    return doc || (inside < comments.size() && comments.get(inside).at().start() < element.end());
  }

  /** The index of the first comment that starts at an offset or after it. */
  private int firstCommentFrom(int offset) {
    int low = 0;
    int high = comments.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (comments.get(middle).at().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Whether a comment on a line of its own stands between two offsets. */
  boolean isParted(int from, int to) {
    for (int index = firstCommentFrom(from); index < comments.size(); index++) {
      if (comments.get(index).at().start() >= to) {
        return false;
      }
      if (!comments.get(index).trailing()) {
        return true;
      }
    }
    return false;
  }

  /** What stands after an element on its last line: documentation or a comment. */
  Optional<String> trailing(Element element) {
    List<String> trails = trails(element);
    if (!trails.isEmpty()) {
      return Optional.of(docLine(trails.get(0)));
    }
    int line = source.lineAt(Math.max(element.start(), element.end() - 1));
    int next = firstCommentFrom(element.end());
    return next < comments.size()
            && comments.get(next).trailing()
            && comments.get(next).at().line() == line
        ? Optional.of(comments.get(next).text())
        : Optional.empty();
  }

  private static List<String> trails(Element element) {
    return element.doc().map(DocSyntax::trails).orElse(List.of());
  }

  private static String docLine(String text) {
    return text.isEmpty() ? "##" : "## " + text;
  }

  /**
   * Writes an element.
   *
   * @param element the element
   * @param column where trailing comments are lined up, at least
   */
  void write(Element element, int column) {
    before(element);
    if (isMixed(element)) {
      asWritten(element);
      return;
    }
    List<String> lines = element.lines();
    Optional<String> trailing = trailing(element);
    int indent = 0;
    for (int index = 0; index < lines.size(); index++) {
      out.append(lines.get(index));
      if (index == lines.size() - 1 && trailing.isPresent()) {
        int width = lines.get(index).length();
        indent = Math.max(column, width + 2);
        out.append(" ".repeat(indent - width)).append(trailing.get());
      }
      out.append('\n');
    }
    int end = Math.max(element.start(), element.end() - 1);
    lastLine =
        source.lineAt(element.doc().map(doc -> Math.max(doc.at().end(), end)).orElse(end));
    List<String> trails = trails(element);
    if (trails.isEmpty()) {
      passTrailing();
    } else {
      for (String line : trails.subList(1, trails.size())) {
        out.append(" ".repeat(indent)).append(docLine(line)).append('\n');
      }
    }
    spacedBefore = element.spaced();
  }

  /** Passes over the comment that was written after an element on its line. */
  private void passTrailing() {
    if (nextComment < comments.size()) {
      CommentSyntax next = comments.get(nextComment);
      if (next.trailing() && next.at().line() == lastLine) {
        nextComment++;
      }
    }
  }

  private void before(Element element) {
    Optional<DocSyntax> leading = element.doc().filter(doc -> !doc.trailing());
    boolean space = (spacedBefore || element.spaced()) && out.length() > 0;
    if (space && !hasBlankLine(leading.map(doc -> doc.at().start()).orElse(element.start()))) {
      out.append('\n');
    }
    while (nextComment < comments.size()
        && comments.get(nextComment).at().start() < element.start()) {
      CommentSyntax comment = comments.get(nextComment++);
      ownLine(comment.at(), List.of(comment.text()));
    }
    if (leading.isPresent()) {
      List<String> lines = leading.get().leading().stream().map(Sheet::docLine).toList();
      ownLine(leading.get().at(), lines);
      lastLine = source.lineAt(element.start()) - 1;
    }
    keepBlankLine(source.lineAt(element.start()));
  }

  /** Whether the file has a blank line of its own between the last line written and a place. */
  private boolean hasBlankLine(int until) {
    int line = lastLine;
    for (int index = nextComment; index < comments.size(); index++) {
      Span at = comments.get(index).at();
      if (at.start() >= until) {
        break;
      }
      if (at.line() > line + 1) {
        return true;
      }
      line = at.line();
    }
    return source.lineAt(until) > line + 1;
  }

  private void ownLine(Span at, List<String> lines) {
    keepBlankLine(at.line());
    lines.forEach(line -> out.append(line).append('\n'));
    lastLine = source.lineAt(at.end());
  }

  private void keepBlankLine(int line) {
    boolean doubled = out.length() < 2 || out.charAt(out.length() - 2) == '\n';
    if (line > lastLine + 1 && !doubled) {
      out.append('\n');
    }
  }

  /** Writes an element with the comments inside it, as the author laid it out. */
  private void asWritten(Element element) {
    int end = element.end();
    if (!trails(element).isEmpty()) {
      end = Math.max(end, element.doc().orElseThrow().at().end());
    }
    int last = source.lineAt(Math.max(element.start(), end - 1));
    int first = source.lineAt(element.start());
    out.append(
        source.text(),
        element.start(),
        source.lineStart(first) + source.line(first).length());
    strip();
    for (int line = first + 1; line <= last; line++) {
      out.append('\n').append(source.line(line));
      strip();
    }
    out.append('\n');
    lastLine = last;
    int after = source.lineStart(last) + source.line(last).length();
    while (nextComment < comments.size() && comments.get(nextComment).at().start() < after) {
      nextComment++;
    }
    spacedBefore = element.spaced();
  }

  private void strip() {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) != '\n' && Character.isWhitespace(out.charAt(end - 1))) {
      end--;
    }
    out.setLength(end);
  }

  /**
   * Writes a line that stands for no construct, such as a table's line of dashes, and what trails it
   * in the file.
   *
   * @param text the line
   * @param after where the element before it ends
   * @param until where the next element starts
   */
  void border(String text, int after, int until) {
    int line = borderLine(source.lineAt(after), until);
    int trails = firstCommentFrom(source.lineStart(line));
    boolean trailed = line > source.lineAt(after)
        && trails < comments.size()
        && comments.get(trails).trailing()
        && comments.get(trails).at().line() == line;
    out.append(text).append(trailed ? "  " + comments.get(trails).text() : "").append('\n');
    lastLine = line;
    while (nextComment < comments.size() && comments.get(nextComment).at().line() < line) {
      out.append(comments.get(nextComment++).text()).append('\n');
    }
    nextComment = trailed ? trails + 1 : nextComment;
  }

  /** The line of dashes between two places in the file, or the first's line where there is none. */
  private int borderLine(int heading, int until) {
    int rows = until >= source.text().length() ? source.lineCount() + 1 : source.lineAt(until);
    for (int line = heading + 1; line < rows; line++) {
      if (source.line(line).stripLeading().startsWith("|-")) {
        return line;
      }
    }
    return heading;
  }

  /** Says whether a blank line has to follow: after the last row of a table, not after its head. */
  void space(boolean asked) {
    spacedBefore = asked;
  }

  /** The whole page, with the comments that stand after everything else. */
  String finish() {
    while (nextComment < comments.size()) {
      CommentSyntax comment = comments.get(nextComment++);
      ownLine(comment.at(), List.of(comment.text()));
    }
    return out.toString();
  }
}
