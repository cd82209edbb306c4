package dev.foliospec.diagnostic.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Label;
import dev.foliospec.diagnostic.Rule;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.source.Position;
import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as SARIF 2.1.0, which code hosts and editors read. */
public final class SarifRenderer {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String ROOT = "%SRCROOT%";

  private final String version;

  /**
   * A renderer.
   *
   * @param version the tool's version
   */
  public SarifRenderer(String version) {
    this.version = version;
  }

  /** One run with all rules that were broken, in the order of their codes. */
  public String render(List<Diagnostic> found) {
    List<Rule> rules = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      if (found.stream().anyMatch(each -> each.rule() == rule)) {
        rules.add(rule);
      }
    }
    return Json.document(json -> {
      json.writeStartObject();
      json.writeStringField("$schema", SCHEMA);
      json.writeStringField("version", "2.1.0");
      json.writeArrayFieldStart("runs");
      json.writeStartObject();
      tool(json, rules);
      json.writeStringField("columnKind", "utf16CodeUnits");
      json.writeArrayFieldStart("results");
      for (Diagnostic each : found) {
        result(json, each, rules.indexOf(each.rule()));
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private void tool(JsonGenerator json, List<Rule> rules) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "foliospec");
    json.writeStringField("version", version);
    json.writeArrayFieldStart("rules");
    for (Rule rule : rules) {
      json.writeStartObject();
      json.writeStringField("id", rule.code());
      text(json, "shortDescription", rule.title());
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", rule.severity().word());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void result(JsonGenerator json, Diagnostic found, int rule) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", found.rule().code());
    json.writeNumberField("ruleIndex", rule);
    json.writeStringField("level", found.severity().word());
    StringBuilder message = new StringBuilder(found.message());
    found.notes().forEach(note -> message.append("\nnote: ").append(note));
    found.help().ifPresent(help -> message.append("\nhelp: ").append(help));
    text(json, "message", message.toString());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    place(json, found.at());
    json.writeEndObject();
    json.writeEndArray();
    related(json, found.related());
    flow(json, found);
    fix(json, found);
    json.writeEndObject();
  }

  private static void related(JsonGenerator json, List<Label> related) throws IOException {
    if (related.isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("relatedLocations");
    for (int at = 0; at < related.size(); at++) {
      json.writeStartObject();
      json.writeNumberField("id", at + 1);
      place(json, related.get(at));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** The trace; its steps have no place of their own, so each says in words what happened. */
  private static void flow(JsonGenerator json, Diagnostic found) throws IOException {
    if (found.trace().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("codeFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("threadFlows");
    json.writeStartObject();
    json.writeArrayFieldStart("locations");
    for (TraceStep step : found.trace()) {
      json.writeStartObject();
      json.writeObjectFieldStart("location");
      String row = step.row().map(id -> " (row " + id + ")").orElse("");
      text(json, "message", step.call() + " -> " + step.answer() + row);
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void fix(JsonGenerator json, Diagnostic found) throws IOException {
    if (found.edits().isEmpty()) {
      return;
    }
    Map<SourceFile, List<Edit>> files = new LinkedHashMap<>();
    found
        .edits()
        .forEach(edit ->
            files.computeIfAbsent(edit.at().file(), file -> new ArrayList<>()).add(edit));
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    text(json, "description", found.help().orElse(found.rule().title()));
    json.writeArrayFieldStart("artifactChanges");
    for (Map.Entry<SourceFile, List<Edit>> file : files.entrySet()) {
      json.writeStartObject();
      artifact(json, file.getKey());
      json.writeArrayFieldStart("replacements");
      for (Edit edit : file.getValue()) {
        json.writeStartObject();
        region(json, "deletedRegion", edit.at());
        text(json, "insertedContent", edit.text());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private static void place(JsonGenerator json, Label label) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    artifact(json, label.at().file());
    region(json, "region", label.at());
    json.writeEndObject();
    if (!label.text().isEmpty()) {
      text(json, "message", label.text());
    }
  }

  private static void artifact(JsonGenerator json, SourceFile file) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(file.path()));
    if (!file.path().startsWith("/")) {
      json.writeStringField("uriBaseId", ROOT);
    }
    json.writeEndObject();
  }

  private static void region(JsonGenerator json, String name, Span at) throws IOException {
    Position from = at.from();
    Position until = at.until();
    json.writeObjectFieldStart(name);
    json.writeNumberField("startLine", from.line());
    json.writeNumberField("startColumn", from.column());
    json.writeNumberField("endLine", until.line());
    json.writeNumberField("endColumn", until.column());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, String text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /** A path as a URI reference: everything but unreserved characters and slashes is escaped. */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (each & 0xff);
      boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (plain || "/-._~".indexOf(c) >= 0) {
        uri.append(c);
      } else {
        String digits = Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT);
        uri.append('%').append(digits.length() < 2 ? "0" : "").append(digits);
      }
    }
    return path.startsWith("/") ? "file://" + uri : uri.toString();
  }
}
