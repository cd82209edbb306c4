package dev.foliospec.generator.export;

import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** All rows of a policy in one sheet, for a spreadsheet; cells that a row's table has not are empty. */
final class FlatSheet {
  private FlatSheet() {}

  static Sheet of(Policy policy, Selection shown) {
    List<String> declared = new ArrayList<>();
    List<Transition> all = new ArrayList<>();
    for (Selection.Part part : shown.parts()) {
      declared.addAll(part.table().headings());
      all.addAll(part.rows());
    }
    Columns columns = Columns.of(declared, all);
    List<String> headings =
        new ArrayList<>(List.of("policy", "table", "kind", "row", "origin", "declared", "file"));
    headings.addAll(List.of("line", "replaces", "splits", "split_by"));
    headings.addAll(columns.left());
    headings.addAll(columns.right());
    headings.addAll(List.of("source", "status", "why"));
    List<List<String>> lines = new ArrayList<>();
    for (Selection.Part part : shown.parts()) {
      Columns own = Columns.of(part.table().headings(), part.rows());
      for (Transition row : part.rows()) {
        List<String> line = new ArrayList<>(List.of(
            policy.name(),
            part.table().name(),
            part.table().kind().name().toLowerCase(Locale.ROOT),
            SpecText.id(row),
            Wording.origin(row, policy.name(), part.table()),
            row.id().policy(),
            row.at().file().path(),
            Integer.toString(row.at().line()),
            ids(row.replaced()),
            ids(row.split()),
            ids(row.splitBy())));
        List<String> known = new ArrayList<>(own.left());
        known.addAll(own.right());
        List<String> cells = own.line(row);
        List<String> wanted = new ArrayList<>(columns.left());
        wanted.addAll(columns.right());
        for (String heading : wanted) {
          int at = known.indexOf(heading);
          line.add(at < 0 ? "" : cells.get(at));
        }
        line.add(row.grounds().sources().isEmpty() ? "" : row.grounds().spelled());
        line.add(row.grounds().status().word());
        line.add(Rendering.spreadsheet(row.grounds().why().orElse("")));
        lines.add(line);
      }
    }
    return new Sheet("", "", headings, 0, lines);
  }

  private static String ids(List<RowId> ids) {
    return String.join(", ", ids.stream().map(RowId::spelled).toList());
  }
}
