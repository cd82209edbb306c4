package dev.foliospec.coverage;

import dev.foliospec.diagnostic.Diagnostics;
import dev.foliospec.source.SourceFile;
import dev.foliospec.syntax.CellContent;
import dev.foliospec.syntax.CellSyntax;
import dev.foliospec.syntax.ColumnKind;
import dev.foliospec.syntax.DeclarationSyntax;
import dev.foliospec.syntax.FileSyntax;
import dev.foliospec.syntax.Parser;
import dev.foliospec.syntax.PolicySyntax;
import dev.foliospec.syntax.TableSyntax;
import dev.foliospec.syntax.UnitSyntax;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads what cells say from text, each text once, as the parser reads it in a table. */
final class Contents {
  private static final String HEAD = "policy p of v\n\ntable t on e\n| row ";

  private final Map<ColumnKind, Map<String, CellContent>> known = new EnumMap<>(ColumnKind.class);

  /**
   * What a text says in a column of some kind; {@link CellContent.Broken} where it cannot stand there.
   */
  CellContent of(ColumnKind kind, String text) {
    Map<String, CellContent> read = known.computeIfAbsent(kind, none -> new LinkedHashMap<>());
    CellContent content = read.get(text);
    if (content == null) {
      content = read(kind, text);
      read.put(text, content);
    }
    return content;
  }

  private static CellContent read(ColumnKind kind, String text) {
    String left = switch (kind) {
      case EVENT -> "event";
      case WHEN -> "when";
      case CONDITION -> "c";
      default -> "";
    };
    String right = switch (kind) {
      case UPDATE -> "c'";
      case OUTPUT -> "c";
      case EFFECTS -> "effects";
      default -> "";
    };
    String table = HEAD
        + (left.isEmpty() ? "" : "| " + left + " ")
        + "|| answer "
        + (right.isEmpty() ? "" : "| " + right + " ")
        + "|\n| r "
        + (left.isEmpty() ? "" : "| " + text + " ")
        + "|| "
        + (kind == ColumnKind.ANSWER ? text : "ok")
        + (right.isEmpty() ? " " : " | " + text + " ")
        + "|\n";
    FileSyntax file = Parser.parse(new SourceFile("cell", table), new Diagnostics());
    for (UnitSyntax unit : file.units()) {
      if (unit instanceof PolicySyntax policy) {
        for (DeclarationSyntax member : policy.members()) {
          if (member instanceof TableSyntax written && written.rows().size() == 1) {
            for (CellSyntax cell : written.rows().get(0).cells()) {
              if (cell.column().kind() == kind) {
                return cell.content();
              }
            }
          }
        }
      }
    }
    return new CellContent.Broken();
  }
}
