package dev.foliospec.diagnostic.render;

import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.source.Position;
import java.util.List;

/** Findings one a line, as compilers print them and editors read them. */
public final class ShortRenderer {
  /** {@code FILE:LINE:COLUMN: error[P202]: message} for each finding. */
  public String render(List<Diagnostic> found) {
    StringBuilder out = new StringBuilder(128 * found.size());
    for (Diagnostic each : found) {
      Position from = each.at().at().from();
      out.append(Visible.line(each.at().at().file().path()));
      out.append(':').append(from.line()).append(':').append(from.column()).append(": ");
      out.append(each.severity().word()).append('[').append(each.rule().code()).append("]: ");
      out.append(Visible.line(each.message())).append('\n');
    }
    return out.toString();
  }
}
