package dev.foliospec.diagnostic.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.diagnostic.Diagnostic;
import dev.foliospec.diagnostic.Edit;
import dev.foliospec.diagnostic.Label;
import dev.foliospec.diagnostic.Severity;
import dev.foliospec.source.Position;
import dev.foliospec.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Findings as one JSON document. Lines and columns count from 1, columns in UTF-16 code units, ends
 * are exclusive.
 */
public final class JsonRenderer {
  /** Fields after those that every document has. */
  public interface More {
    /** Writes the fields. */
    void write(JsonGenerator json) throws IOException;
  }

  /** The findings and what was looked at. */
  public String render(List<Diagnostic> found, Totals totals) {
    return render(found, totals, null);
  }

  /** The findings, what was looked at, and what else was asked for. */
  public String render(List<Diagnostic> found, Totals totals, @Nullable More more) {
    return Json.document(json -> {
      json.writeStartObject();
      json.writeNumberField("foliospec", 1);
      json.writeArrayFieldStart("findings");
      for (Diagnostic each : found) {
        finding(json, each);
      }
      json.writeEndArray();
      totals(json, found, totals);
      if (more != null) {
        more.write(json);
      }
      json.writeEndObject();
    });
  }

  private static void finding(JsonGenerator json, Diagnostic found) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", found.rule().code());
    json.writeStringField("severity", found.severity().word());
    json.writeStringField("message", found.message());
    place(json, found.at().at());
    json.writeStringField("label", found.at().text());
    json.writeArrayFieldStart("related");
    for (Label label : found.related()) {
      json.writeStartObject();
      place(json, label.at());
      json.writeStringField("label", label.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("notes");
    for (String note : found.notes()) {
      json.writeString(note);
    }
    json.writeEndArray();
    if (found.help().isPresent()) {
      json.writeStringField("help", found.help().get());
    }
    json.writeArrayFieldStart("edits");
    for (Edit edit : found.edits()) {
      json.writeStartObject();
      place(json, edit.at());
      json.writeStringField("text", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeFieldName("trace");
    TraceJson.write(json, found.trace());
    json.writeEndObject();
  }

  private static void place(JsonGenerator json, Span at) throws IOException {
    json.writeStringField("file", at.file().path());
    json.writeObjectFieldStart("range");
    position(json, "start", at.from());
    position(json, "end", at.until());
    json.writeEndObject();
  }

  private static void position(JsonGenerator json, String name, Position at) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("line", at.line());
    json.writeNumberField("column", at.column());
    json.writeEndObject();
  }

  private static void totals(JsonGenerator json, List<Diagnostic> found, Totals totals)
      throws IOException {
    json.writeObjectFieldStart("totals");
    for (Severity severity : Severity.values()) {
      long count = found.stream().filter(each -> each.severity() == severity).count();
      json.writeNumberField(severity.word(), count);
    }
    json.writeNumberField("policies", totals.policies());
    json.writeNumberField("rows", totals.rows());
    json.writeObjectFieldStart("reachableStates");
    for (Map.Entry<String, Long> each : totals.reachableStates().entrySet()) {
      json.writeNumberField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
    json.writeObjectFieldStart("properties");
    json.writeNumberField("held", totals.propertiesHeld());
    json.writeNumberField("violated", totals.propertiesViolated());
    json.writeEndObject();
    json.writeEndObject();
  }
}
