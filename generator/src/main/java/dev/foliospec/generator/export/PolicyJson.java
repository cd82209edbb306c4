package dev.foliospec.generator.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.model.Citation;
import dev.foliospec.model.Event;
import dev.foliospec.model.FlagSetting;
import dev.foliospec.model.Grounds;
import dev.foliospec.model.Lack;
import dev.foliospec.model.Lifting;
import dev.foliospec.model.Policy;
import dev.foliospec.model.RowId;
import dev.foliospec.model.TraitSetting;
import dev.foliospec.model.Transition;
import dev.foliospec.model.Value;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A flattened policy, or a sheet, as one JSON document.
 *
 * <pre>{@code
 * {"foliospec":1,"policy":"v8.tdx","vocabulary":"guest_memfd","abstract":false,
 *  "extends":["v8.in_place"],                    nearest first
 *  "event":"convert",                            where one event was asked for
 *  "doc":"...",                                  where it has one, as everywhere below
 *  "file":"specs/v8/tdx.folio","line":3,
 *  "flags":[{"name":"init_shared","allowed":["no","yes"],GROUNDS}],
 *  "traits":[{"name":"prepare","alternatives":["sept_aug"],GROUNDS}],
 *  "lacks":[{"event":"accept",GROUNDS}],
 *  "pages":2,                                    of a system, as the next
 *  "together":[{"kind":"range","said":"convert all answers error_offset",GROUNDS,"doc":"..."}],
 *  "tables":[{"name":"conversion","kind":"checks" | "body" | "step","on":["convert"],
 *    "where":"...","declared":"v8.in_place","doc":"...",
 *    "conditions":["to","attr"],"outcomes":["answer","attr'"],
 *    "rows":[{"id":"B27","policy":"v8.in_place","origin":"own" | "override" | "inherited",
 *      "or":"B26",                               the row that it is an alternative to
 *      "replaces":["v8.in_place/B26"],"splits":[],"splitBy":[],
 *      "cells":{"to":"private","answer":"ok"},   every column of the table
 *      GROUNDS,"doc":"...","file":"...","line":12}]}]}
 * }</pre>
 *
 * <p>GROUNDS are {@code "sources":["K3#f"],"status":"decided"}, and {@code "why"} where it is said.
 * Lines count from 1. Policies side by side are {@code {"foliospec":1,"title":"event convert",
 * "columns":["row","when","tdx"],"rows":[["B27","...","..."]]}}.
 */
final class PolicyJson {
  private PolicyJson() {}

  static String write(Policy whole, Selection shown) {
    Policy policy = whole.lifting().map(Lifting::page).orElse(whole);
    return Json.line(json -> {
      json.writeStartObject();
      json.writeNumberField("foliospec", 1);
      json.writeStringField("policy", policy.name());
      json.writeStringField("vocabulary", policy.vocabulary().name());
      json.writeBooleanField("abstract", policy.isAbstract());
      Json.texts(json, "extends", policy.lineage());
      if (shown.event().isPresent()) {
        json.writeStringField("event", shown.event().get().name());
      }
      if (policy.doc().isPresent()) {
        json.writeStringField("doc", policy.doc().get());
      }
      json.writeStringField("file", policy.at().file().path());
      json.writeNumberField("line", policy.at().line());
      settings(json, policy);
      if (whole.lifting().isPresent()) {
        json.writeNumberField("pages", whole.lifting().get().pages());
        together(json, shown.together());
      }
      json.writeArrayFieldStart("tables");
      for (Selection.Part part : shown.parts()) {
        table(json, policy, part);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void settings(JsonGenerator json, Policy policy) throws IOException {
    json.writeArrayFieldStart("flags");
    for (FlagSetting each : policy.flags()) {
      json.writeStartObject();
      json.writeStringField("name", each.flag().name());
      Json.texts(json, "allowed", each.allowed().stream().map(Value::name).toList());
      grounds(json, each.grounds());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("traits");
    for (TraitSetting each : policy.traits()) {
      json.writeStartObject();
      json.writeStringField("name", each.trait().name());
      List<String> alternatives =
          each.alternatives().stream().map(TraitSetting.Alternative::spelled).toList();
      Json.texts(json, "alternatives", alternatives);
      grounds(json, each.grounds());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("lacks");
    for (Lack each : policy.lacks()) {
      json.writeStartObject();
      json.writeStringField("event", each.event().name());
      grounds(json, each.grounds());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void together(JsonGenerator json, List<Togetherness> lines) throws IOException {
    json.writeArrayFieldStart("together");
    for (Togetherness each : lines) {
      json.writeStartObject();
      json.writeStringField("kind", each.kind());
      json.writeStringField("said", each.said());
      grounds(json, each.grounds());
      if (each.doc().isPresent()) {
        json.writeStringField("doc", each.doc().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void table(JsonGenerator json, Policy policy, Selection.Part part)
      throws IOException {
    Columns columns = Columns.of(part.table().headings(), part.rows());
    json.writeStartObject();
    json.writeStringField("name", part.table().name());
    json.writeStringField("kind", part.table().kind().name().toLowerCase(Locale.ROOT));
    Json.texts(json, "on", part.table().events().stream().map(Event::name).toList());
    if (part.table().where().isPresent()) {
      json.writeStringField("where", Wording.expression(part.table().where().get()));
    }
    json.writeStringField("declared", part.table().owner());
    if (part.table().doc().isPresent()) {
      json.writeStringField("doc", part.table().doc().get());
    }
    Json.texts(json, "conditions", columns.left());
    Json.texts(json, "outcomes", columns.right());
    json.writeArrayFieldStart("rows");
    for (Transition row : part.rows()) {
      row(json, policy, part, columns, row);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void row(
      JsonGenerator json, Policy policy, Selection.Part part, Columns columns, Transition row)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("id", row.id().id());
    json.writeStringField("policy", row.id().policy());
    json.writeStringField("origin", Wording.origin(row, policy.name(), part.table()));
    if (row.alternativeTo().isPresent()) {
      json.writeStringField("or", row.alternativeTo().get().id());
    }
    Json.texts(json, "replaces", row.replaced().stream().map(RowId::spelled).toList());
    Json.texts(json, "splits", row.split().stream().map(RowId::spelled).toList());
    Json.texts(json, "splitBy", row.splitBy().stream().map(RowId::spelled).toList());
    json.writeObjectFieldStart("cells");
    List<String> cells = columns.line(row);
    for (int at = 0; at < cells.size(); at++) {
      int right = at - columns.left().size();
      String heading = right < 0 ? columns.left().get(at) : columns.right().get(right);
      json.writeStringField(heading, cells.get(at));
    }
    json.writeEndObject();
    grounds(json, row.grounds());
    if (row.doc().isPresent()) {
      json.writeStringField("doc", row.doc().get());
    }
    json.writeStringField("file", row.at().file().path());
    json.writeNumberField("line", row.at().line());
    json.writeEndObject();
  }

  private static void grounds(JsonGenerator json, Grounds grounds) throws IOException {
    Json.texts(
        json, "sources", grounds.sources().stream().map(Citation::spelled).toList());
    json.writeStringField("status", grounds.status().word());
    if (grounds.why().isPresent()) {
      json.writeStringField("why", grounds.why().get());
    }
  }

  /** Policies side by side. */
  static String write(Sheet sheet) {
    return Json.line(json -> {
      json.writeStartObject();
      json.writeNumberField("foliospec", 1);
      json.writeStringField("title", sheet.title());
      Json.texts(json, "columns", sheet.headings());
      json.writeArrayFieldStart("rows");
      for (List<String> row : sheet.rows()) {
        json.writeStartArray();
        for (String cell : row) {
          json.writeString(cell);
        }
        json.writeEndArray();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
