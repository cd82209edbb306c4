package dev.foliospec.generator.export;

import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Status;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A flattened policy as a document in Markdown or reStructuredText. */
final class Document {
  private Document() {}

  static String write(Policy whole, Selection shown, Form form) {
    Policy policy = whole.lifting().map(Lifting::page).orElse(whole);
    String kind = whole.lifting().isPresent() ? "system " : "policy ";
    StringBuilder text = new StringBuilder(Rendering.title(form, kind + policy.name()));
    policy.doc().ifPresent(doc -> text.append(Rendering.paragraph(form, doc)));
    if (!policy.lineage().isEmpty()) {
      String from = "Inherits from " + String.join(", ", policy.lineage()) + ".";
      text.append(Rendering.paragraph(form, from));
    }
    if (whole.lifting().isPresent()) {
      text.append(Rendering.paragraph(form, "Pages: " + whole.lifting().get().pages() + "."));
    }
    settings(policy, shown).ifPresent(sheet -> text.append(Rendering.sheet(form, sheet)));
    shown.parts().forEach(part -> text.append(Rendering.sheet(form, sheet(policy, part))));
    return text.toString();
  }

  /**
   * Flags that are fixed, traits, and events that it does not have, unless one event is asked about;
   * and what a system says of its pages together.
   */
  private static Optional<Sheet> settings(Policy policy, Selection shown) {
    List<List<String>> lines = new ArrayList<>();
    if (shown.whole()) {
      settings(policy, lines);
    }
    for (Togetherness each : shown.together()) {
      lines.add(setting(each.kind(), each.said(), "", each.grounds()));
    }
    List<String> headings = List.of("kind", "name", "value", "source", "status", "why");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Sheet("settings", "", headings, 0, lines));
  }

  private static void settings(Policy policy, List<List<String>> lines) {
    for (FlagSetting each : policy.flags()) {
      if (each.allowed().size() < each.flag().type().size()) {
        String values =
            String.join(", ", each.allowed().stream().map(Value::name).toList());
        lines.add(setting("flag", each.flag().name(), values, each.grounds()));
      }
    }
    for (TraitSetting each : policy.traits()) {
      lines.add(setting("trait", each.trait().name(), Wording.alternatives(each), each.grounds()));
    }
    for (Lack each : policy.lacks()) {
      lines.add(setting("lacks", each.event().name(), "", each.grounds()));
    }
  }

  private static List<String> setting(String kind, String name, String value, Grounds grounds) {
    return List.of(
        kind,
        name,
        value,
        grounds.spelled(),
        grounds.status().word(),
        grounds.why().orElse(""));
  }

  private static Sheet sheet(Policy policy, Selection.Part part) {
    Table table = part.table();
    Columns columns = Columns.of(table.headings(), part.rows());
    boolean status = part.rows().stream().anyMatch(row -> row.grounds().status() != Status.DECIDED);
    List<String> headings = new ArrayList<>(List.of("row"));
    headings.addAll(columns.left());
    headings.addAll(columns.right());
    headings.add("source");
    if (status) {
      headings.add("status");
    }
    headings.addAll(List.of("why", "origin"));
    List<List<String>> lines = new ArrayList<>();
    for (Transition row : part.rows()) {
      List<String> line = new ArrayList<>(List.of(SpecText.id(row)));
      line.addAll(columns.line(row));
      line.add(row.grounds().spelled());
      if (status) {
        line.add(row.grounds().status().word());
      }
      line.add(row.grounds().why().orElse(""));
      line.add(origin(policy, row));
      lines.add(line);
    }
    return new Sheet(
        Wording.head(table),
        table.doc().orElse(""),
        headings,
        1 + columns.left().size(),
        lines);
  }

  private static String origin(Policy policy, Transition row) {
    List<String> parts = new ArrayList<>();
    parts.add(row.id().policy() + ", " + row.at().file().path() + ":" + row.at().line());
    if (!row.replaced().isEmpty()) {
      parts.add("replaces " + Wording.ids(row.replaced()));
    }
    if (!row.split().isEmpty()) {
      parts.add("splits " + Wording.ids(row.split()));
    }
    for (RowId winner : row.splitBy()) {
      parts.add(SpecText.remaining(policy, winner));
    }
    return String.join("; ", parts);
  }
}
