package dev.foliospec.diagnostic.render;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.source.Position;
import java.util.List;

/** Findings as workflow commands, which a build service shows beside the changed lines. */
public final class GithubRenderer {
  /** One command a line; notes and help follow the message. */
  public String render(List<Diagnostic> found) {
    StringBuilder out = new StringBuilder(256 * found.size());
    for (Diagnostic each : found) {
      command(each, out);
    }
    return out.toString();
  }

  private static void command(Diagnostic found, StringBuilder out) {
    Position from = found.at().at().from();
    Position until = found.at().at().until();
    out.append("::").append(word(found.severity()));
    out.append(" file=").append(property(found.at().at().file().path()));
    out.append(",line=").append(from.line()).append(",col=").append(from.column());
    out.append(",endLine=").append(until.line());
    if (until.line() == from.line()) {
      out.append(",endColumn=").append(until.column());
    }
    out.append(",title=")
        .append(property(found.rule().code() + ": " + found.rule().title()));
    StringBuilder text = new StringBuilder(found.message());
    if (!found.at().text().isEmpty()) {
      text.append(" (").append(found.at().text()).append(')');
    }
    found.notes().forEach(note -> text.append("\nnote: ").append(note));
    found.help().ifPresent(help -> text.append("\nhelp: ").append(help));
    out.append("::").append(data(Visible.lines(text.toString()))).append('\n');
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(Visible.line(text)).replace(":", "%3A").replace(",", "%2C");
  }
}
