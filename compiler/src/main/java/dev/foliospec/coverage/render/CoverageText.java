package dev.foliospec.coverage.render;

import dev.foliospec.coverage.Coverage;
import dev.foliospec.coverage.Noticed;
import dev.foliospec.coverage.PolicyCoverage;
import java.util.ArrayList;
import java.util.List;

/** How much of each policy's cells is held by what, as a table for people. */
public final class CoverageText {
  private static final List<String> HEADINGS = List.of(
      "cells of rows in",
      "cells",
      "scenario",
      "property",
      "refinement",
      "only check",
      "nothing",
      "no effect",
      "partly",
      "intended");

  private CoverageText() {}

  /** A line for each policy, columns aligned; then what was left out. */
  public static String print(Coverage coverage) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(HEADINGS);
    for (PolicyCoverage each : coverage.policies()) {
      lines.add(line(each));
    }
    StringBuilder text = new StringBuilder();
    if (!coverage.policies().isEmpty()) {
      table(lines, text);
    }
    for (String skipped : coverage.skipped()) {
      text.append("cells of `")
          .append(skipped)
          .append("` were not changed: no policy that has them is in order\n");
    }
    return text.toString();
  }

  private static List<String> line(PolicyCoverage of) {
    List<String> line = new ArrayList<>();
    line.add(of.policy());
    line.add(Integer.toString(of.cells()));
    for (Noticed noticed : Noticed.values()) {
      line.add(Integer.toString(of.held(noticed)));
    }
    line.add(Integer.toString(of.partly()));
    line.add(of.percent() + "%");
    return line;
  }

  private static void table(List<List<String>> lines, StringBuilder text) {
    int[] widths = new int[HEADINGS.size()];
    for (List<String> line : lines) {
      for (int at = 0; at < widths.length; at++) {
        widths[at] = Math.max(widths[at], line.get(at).length());
      }
    }
    for (List<String> line : lines) {
      for (int at = 0; at < widths.length; at++) {
        String space = " ".repeat(widths[at] - line.get(at).length());
        text.append(at == 0 ? line.get(at) + space : "  " + space + line.get(at));
      }
      text.append('\n');
    }
  }
}
