package dev.foliospec.diagnostic.render;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Label;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.source.Position;
import dev.foliospec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Findings for people at a terminal: the message, the lines that show it with a mark under each
 * place, then notes, help and the way to it.
 *
 * <p>This is the first thing that a cold process prints, so it is written without formats and
 * streams.
 */
public final class TextRenderer {
  private final Palette palette;

  /** A renderer, with ANSI colours or without. */
  public TextRenderer(boolean colour) {
    this.palette = colour ? Palette.ANSI : Palette.NONE;
  }

  /** All findings, an empty line after each. */
  public String render(List<Diagnostic> found) {
    StringBuilder out = new StringBuilder(512 * found.size());
    for (Diagnostic each : found) {
      render(each, out);
      out.append('\n');
    }
    return out.toString();
  }

  /** One finding; the last line ends, no empty line follows. */
  public void render(Diagnostic diagnostic, StringBuilder out) {
    new Page(diagnostic, out).write();
  }

  /** A place in one line, with its label. */
  private record Mark(int line, int start, int end, boolean primary, String text) {
    static Mark of(Label label, boolean primary) {
      SourceFile file = label.at().file();
      int line = label.at().line();
      int start = label.at().start() - file.lineStart(line);
      int end =
          Math.min(label.at().end() - file.lineStart(line), file.line(line).length());
      return new Mark(line, start, Math.max(start, end), primary, label.text());
    }

    boolean before(Mark other) {
      return line < other.line || (line == other.line && start < other.start);
    }
  }

  /** One finding being written. */
  private final class Page {
    private final Diagnostic diagnostic;
    private final StringBuilder out;
    private final String margin;

    Page(Diagnostic diagnostic, StringBuilder out) {
      this.diagnostic = diagnostic;
      this.out = out;
      int last = diagnostic.at().at().line();
      for (Label label : diagnostic.related()) {
        last = Math.max(last, label.at().line());
      }
      margin = " ".repeat(Integer.toString(last).length());
    }

    void write() {
      header();
      List<SourceFile> files = new ArrayList<>();
      files.add(diagnostic.at().at().file());
      for (Label label : diagnostic.related()) {
        if (!files.contains(label.at().file())) {
          files.add(label.at().file());
        }
      }
      for (SourceFile file : files) {
        place(file);
        lines(file, marks(file));
      }
      boolean more = !diagnostic.notes().isEmpty()
          || diagnostic.help().isPresent()
          || !diagnostic.trace().isEmpty();
      if (more) {
        bar();
        out.append('\n');
      }
      for (String note : diagnostic.notes()) {
        remark("note", note);
      }
      if (diagnostic.help().isPresent()) {
        remark("help", diagnostic.help().get());
      }
      trace();
    }

    private void header() {
      out.append(palette.of(diagnostic.severity())).append(diagnostic.severity().word());
      out.append('[').append(diagnostic.rule().code()).append(']').append(palette.end());
      out.append(palette.strong()).append(": ");
      indented(Visible.lines(diagnostic.message()), 4);
      out.append(palette.end()).append('\n');
    }

    private void place(SourceFile file) {
      boolean primary = file == diagnostic.at().at().file();
      Label label = diagnostic.at();
      for (Label each : diagnostic.related()) {
        if (!primary && each.at().file() == file) {
          label = each;
          break;
        }
      }
      Position from = label.at().from();
      out.append(margin).append(palette.frame()).append(primary ? "--> " : "::: ");
      out.append(palette.end()).append(Visible.line(file.path()));
      out.append(':').append(from.line()).append(':').append(from.column()).append('\n');
      bar();
      out.append('\n');
    }

    /** The marks in one file, in reading order. */
    private List<Mark> marks(SourceFile file) {
      List<Mark> marks = new ArrayList<>();
      if (diagnostic.at().at().file() == file) {
        insert(marks, Mark.of(diagnostic.at(), true));
      }
      for (Label label : diagnostic.related()) {
        if (label.at().file() == file) {
          insert(marks, Mark.of(label, false));
        }
      }
      return marks;
    }

    private void insert(List<Mark> marks, Mark mark) {
      int at = marks.size();
      while (at > 0 && mark.before(marks.get(at - 1))) {
        at--;
      }
      marks.add(at, mark);
    }

    private void lines(SourceFile file, List<Mark> marks) {
      int previous = 0;
      for (int at = 0; at < marks.size(); ) {
        int line = marks.get(at).line();
        if (previous > 0 && line > previous + 1) {
          out.append(palette.frame()).append("...").append(palette.end()).append('\n');
        }
        Excerpt excerpt = new Excerpt(file.line(line), marks.get(at).start());
        source(line, excerpt);
        while (at < marks.size() && marks.get(at).line() == line) {
          mark(marks.get(at), excerpt);
          at++;
        }
        previous = line;
      }
    }

    private void source(int line, Excerpt excerpt) {
      String number = Integer.toString(line);
      out.append(palette.frame()).append(margin, 0, margin.length() - number.length());
      out.append(number).append(" |").append(palette.end());
      if (excerpt.shown().length() > 0) {
        out.append(' ').append(excerpt.shown());
      }
      out.append('\n');
    }

    private void mark(Mark mark, Excerpt excerpt) {
      int start = excerpt.column(mark.start());
      int width = Math.max(1, excerpt.column(mark.end()) - start);
      bar();
      out.append(" ".repeat(1 + start));
      out.append(mark.primary() ? palette.of(diagnostic.severity()) : palette.frame());
      out.append((mark.primary() ? "^" : "-").repeat(width));
      if (!mark.text().isEmpty()) {
        out.append(' ').append(Visible.line(mark.text()));
      }
      out.append(palette.end()).append('\n');
    }

    private void bar() {
      out.append(palette.frame()).append(margin).append(" |").append(palette.end());
    }

    private void remark(String kind, String text) {
      out.append(margin).append(palette.frame()).append(" = ").append(palette.end());
      out.append(palette.strong()).append(kind).append(": ").append(palette.end());
      indented(Visible.lines(text), margin.length() + 5 + kind.length());
      out.append('\n');
    }

    /** A text of several lines, all but the first moved to the right. */
    private void indented(String text, int by) {
      int start = 0;
      int end = text.indexOf('\n');
      while (end >= 0) {
        out.append(text, start, end).append('\n');
        start = end + 1;
        end = text.indexOf('\n', start);
        if (start < text.length() && text.charAt(start) != '\n') {
          out.append(" ".repeat(by));
        }
      }
      out.append(text, start, text.length());
    }

    private void trace() {
      List<TraceStep> steps = diagnostic.trace();
      if (steps.isEmpty()) {
        return;
      }
      out.append(margin).append(palette.frame()).append(" = ").append(palette.end());
      out.append(palette.strong()).append("trace:").append(palette.end()).append('\n');
      int digits = Integer.toString(steps.size()).length();
      for (int at = 0; at < steps.size(); at++) {
        String number = Integer.toString(at + 1);
        out.append(margin).append("   ").append(" ".repeat(digits - number.length()));
        out.append(number).append(". ");
        step(steps.get(at), margin.length() + 5 + digits);
      }
    }

    private void step(TraceStep step, int indent) {
      out.append(Visible.line(step.call()))
          .append(" -> ")
          .append(step.answer().isEmpty() ? "forbid" : Visible.line(step.answer()));
      for (Map.Entry<String, String> output : step.outputs().entrySet()) {
        out.append(", ").append(Visible.line(output.getKey())).append(" = ");
        out.append(Visible.line(output.getValue()));
      }
      if (step.row().isPresent()) {
        out.append(" (row ").append(Visible.line(step.row().get())).append(')');
      }
      out.append('\n');
      if (!step.detail().isEmpty()) {
        out.append(" ".repeat(indent));
        indented(Visible.lines(step.detail()), indent);
        out.append('\n');
      }
    }
  }
}
