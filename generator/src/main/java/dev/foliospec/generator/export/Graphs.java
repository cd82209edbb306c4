package dev.foliospec.generator.export;

import dev.foliospec.diagnostic.render.Visible;
import dev.foliospec.explore.Dense;
import java.util.ArrayList;
import java.util.List;

/** Policies as graphs, for Graphviz and Mermaid; each begins with notes on what it leaves out. */
public final class Graphs {
  private Graphs() {}

  /** A graph in the language of Graphviz. */
  public static String dot(Dense dense) {
    Graph graph = Graph.of(dense);
    StringBuilder text = new StringBuilder();
    text.append("// ").append(Visible.line(dense.policy().name())).append('\n');
    graph.notes().forEach(note -> text.append("// ").append(Visible.line(note)).append('\n'));
    text.append("digraph ").append(quoted(List.of(dense.policy().name()), "")).append(" {\n");
    text.append("  node [shape=box, fontname=\"monospace\"];\n");
    for (int node = 0; node < graph.nodes().size(); node++) {
      text.append("  n").append(node).append(" [label=");
      text.append(quoted(graph.lines(node), "\\l"));
      text.append(graph.initial().contains(node) ? ", peripheries=2];\n" : "];\n");
    }
    for (Graph.Edge edge : graph.edges()) {
      text.append("  n").append(edge.from()).append(" -> n").append(edge.to());
      text.append(" [label=").append(quoted(edge.labels(), "\\l")).append("];\n");
    }
    return text.append("}\n").toString();
  }

  private static String quoted(List<String> lines, String end) {
    StringBuilder text = new StringBuilder("\"");
    for (String line : lines) {
      text.append(Visible.line(line).replace("\\", "\\\\").replace("\"", "\\\""))
          .append(end);
    }
    return text.append('"').toString();
  }

  /** A state diagram in the language of Mermaid. */
  public static String mermaid(Dense dense) {
    Graph graph = Graph.of(dense);
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    text.append("  %% ").append(mermaid(dense.policy().name())).append('\n');
    graph
        .notes()
        .forEach(note -> text.append("  %% ").append(Visible.line(note)).append('\n'));
    for (int node = 0; node < graph.nodes().size(); node++) {
      text.append("  state \"").append(mermaid(graph.lines(node))).append("\" as n");
      text.append(node).append('\n');
    }
    for (int node : graph.initial()) {
      text.append("  [*] --> n").append(node).append('\n');
    }
    for (Graph.Edge edge : graph.edges()) {
      text.append("  n").append(edge.from()).append(" --> n").append(edge.to());
      text.append(" : ").append(mermaid(edge.labels())).append('\n');
    }
    return text.toString();
  }

  private static String mermaid(List<String> lines) {
    List<String> safe = new ArrayList<>();
    lines.forEach(line -> safe.add(mermaid(line)));
    return String.join("<br/>", safe);
  }

  /** Mermaid reads {@code #35;} as the character of that number. */
  private static String mermaid(String text) {
    StringBuilder safe = new StringBuilder();
    Visible.line(text).codePoints().forEach(c -> {
      boolean plain = Character.isLetterOrDigit(c) || " _.,=()[]/-".indexOf(c) >= 0;
      if (plain) {
        safe.appendCodePoint(c);
      } else {
        safe.append('#').append(c).append(';');
      }
    });
    return safe.toString();
  }
}
