package dev.foliospec.generator.export.tla;

import dev.foliospec.model.Event;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** Text of whole lines. */
  void add(Object lines) {
    text.append(lines);
  }

  /** An empty line. */
  void gap() {
    text.append('\n');
  }

  /**
   * {@code head == body}; a set or tuple begins beside its head, all else stands below where it needs
   * lines.
   */
  void define(String head, Piece body) {
    String flat = head + " == " + Layout.flat(body);
    List<String> lines = Layout.lines(body, head.length() + 4);
    boolean beside = body instanceof Piece.Listed listed
        && (listed.open().equals("<<") || listed.open().equals("{"));
    if (beside || (lines.size() == 1 && flat.length() <= Layout.WIDTH)) {
      line(head + " == " + String.join("\n", lines));
    } else {
      line(head + " ==\n  " + String.join("\n", Layout.lines(body, 2)));
    }
  }

  /** {@code name == <<a, b>>}. */
  void tuple(String name, List<String> parts) {
    define(name, new Piece.Listed("<<", parts.stream().map(Piece::atom).toList(), ">>"));
  }

  /** Variables with what is said of them. */
  void variables(Map<String, Optional<String>> variables) {
    line(variables.size() == 1 ? "VARIABLE" : "VARIABLES");
    int at = 0;
    for (Map.Entry<String, Optional<String>> each : variables.entrySet()) {
      line("  " + each.getKey() + (++at < variables.size() ? "," : "")
          + Comments.trailing(each.getValue()));
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
