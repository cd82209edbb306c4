package dev.foliospec.generator.export.tla;

import dev.foliospec.model.Event;
import java.util.List;

/** The text of operators, one after another. */
final class Operators {
  private final StringBuilder text = new StringBuilder();

  /** A comment of as many lines as it needs. */
  void comment(String said) {
    text.append(Comments.lines(said));
  }

  /** A line as it stands. */
  void line(String line) {
    text.append(line).append('\n');
  }

  /** An empty line. */
  void gap() {
    text.append('\n');
  }

  /** {@code head == body}, on one line where there is room. */
  void define(String head, Piece body) {
    String line = head + " == " + Layout.flat(body);
    List<String> lines = Layout.lines(body, 2);
    if (lines.size() == 1 && line.length() <= Layout.WIDTH) {
      line(line);
    } else {
      line(head + " ==\n  " + String.join("\n", lines));
    }
  }

  /** The heading of an event: its signature and what is said of it. */
  void section(Event event) {
    List<String> parameters = event.parameters().stream()
        .map(each -> each.name() + ": " + each.type().spelled())
        .toList();
    String signature = parameters.isEmpty() ? "" : "(" + String.join(", ", parameters) + ")";
    String head = "\\* --- " + event.name() + signature + " by " + event.actor() + " ";
    line(head + "-".repeat(Math.max(3, Layout.WIDTH - head.length())));
    event.doc().ifPresent(this::comment);
    gap();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
