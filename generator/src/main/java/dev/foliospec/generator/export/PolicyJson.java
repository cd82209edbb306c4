package dev.foliospec.generator.export;

import dev.foliospec.model.Cell;
import dev.foliospec.model.Citation;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.Table;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A flattened policy, or a sheet, as one JSON document. */
final class PolicyJson {
  private PolicyJson() {}

  static String write(Policy policy, List<Table> tables, Optional<Event> event) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("foliospec", 1);
    document.put("policy", policy.name());
    document.put("vocabulary", policy.vocabulary().name());
    document.put("extends", policy.lineage());
    event.ifPresent(each -> document.put("event", each.name()));
    policy.doc().ifPresent(doc -> document.put("doc", doc));
    document.put("flags", policy.flags().stream().map(PolicyJson::flag).toList());
    document.put("traits", policy.traits().stream().map(PolicyJson::trait).toList());
    List<Object> lacks = new ArrayList<>();
    policy.lacks().forEach(lack -> {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("event", lack.event().name());
      grounds(each, lack.grounds());
      lacks.add(each);
    });
    document.put("lacks", lacks);
    document.put(
        "tables", tables.stream().map(table -> table(policy, table, event)).toList());
    return Json.line(document) + "\n";
  }

  private static Map<String, Object> flag(FlagSetting setting) {
    Map<String, Object> flag = new LinkedHashMap<>();
    flag.put("name", setting.flag().name());
    flag.put("allowed", setting.allowed().stream().map(Value::name).toList());
    grounds(flag, setting.grounds());
    return flag;
  }

  private static Map<String, Object> trait(TraitSetting setting) {
    Map<String, Object> trait = new LinkedHashMap<>();
    trait.put("name", setting.trait().name());
    trait.put(
        "alternatives",
        setting.alternatives().stream().map(TraitSetting.Alternative::spelled).toList());
    grounds(trait, setting.grounds());
    return trait;
  }

  private static Map<String, Object> table(Policy policy, Table table, Optional<Event> event) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("name", table.name());
    made.put("kind", table.kind().name().toLowerCase(Locale.ROOT));
    made.put("on", table.events().stream().map(Event::name).toList());
    table.where().ifPresent(where -> made.put("where", Wording.expression(where)));
    made.put("declared", table.owner());
    table.doc().ifPresent(doc -> made.put("doc", doc));
    made.put(
        "rows", Show.rows(table, event).stream().map(row -> row(policy, row)).toList());
    return made;
  }

  private static Map<String, Object> row(Policy policy, Transition row) {
    Map<String, Object> made = new LinkedHashMap<>();
    made.put("id", row.id().id());
    made.put("policy", row.id().policy());
    boolean own = row.id().policy().equals(policy.name());
    boolean overrides = !row.replaced().isEmpty() || !row.split().isEmpty();
    made.put("origin", !own ? "inherited" : overrides ? "overridden" : "own");
    ids(made, "replaces", row.replaced());
    ids(made, "splits", row.split());
    ids(made, "splitBy", row.splitBy());
    row.alternativeTo().ifPresent(other -> made.put("or", other.id()));
    List<Object> cells = new ArrayList<>();
    for (Cell cell : row.cells()) {
      Map<String, Object> each = new LinkedHashMap<>();
      each.put("column", cell.heading());
      each.put("outcome", cell.outcome());
      each.put("text", cell.text());
      cells.add(each);
    }
    made.put("cells", cells);
    grounds(made, row.grounds());
    row.doc().ifPresent(doc -> made.put("doc", doc));
    made.put("file", row.at().file().path());
    made.put("line", row.at().line());
    return made;
  }

  private static void ids(Map<String, Object> made, String key, List<RowId> ids) {
    if (!ids.isEmpty()) {
      made.put(key, ids.stream().map(RowId::spelled).toList());
    }
  }

  private static void grounds(Map<String, Object> made, Grounds grounds) {
    made.put("source", grounds.sources().stream().map(Citation::spelled).toList());
    made.put("status", grounds.status().word());
    grounds.why().ifPresent(why -> made.put("why", why));
  }

  /** A sheet: a list of objects, one for each line. */
  static String write(Sheet sheet) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("foliospec", 1);
    document.put("title", sheet.title());
    document.put("columns", sheet.headings());
    document.put("rows", sheet.rows());
    return Json.line(document) + "\n";
  }
}
