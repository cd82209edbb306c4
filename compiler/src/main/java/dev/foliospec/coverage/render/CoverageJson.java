package dev.foliospec.coverage.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.coverage.CellCoverage;
import dev.foliospec.coverage.Coverage;
import dev.foliospec.coverage.FlipCoverage;
import dev.foliospec.coverage.Noticed;
import dev.foliospec.coverage.PolicyCoverage;
import dev.foliospec.source.Position;
import java.io.IOException;

/** Coverage as a field of a JSON document. */
public final class CoverageJson {
  private CoverageJson() {}

  /**
   * The field {@code coverage}.
   *
   * @param observer for whom hidden variables were looked at
   */
  public static void write(Coverage coverage, String observer, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart("coverage");
    json.writeStringField("observer", observer);
    json.writeArrayFieldStart("policies");
    for (PolicyCoverage each : coverage.policies()) {
      policy(each, json);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("skipped");
    for (String each : coverage.skipped()) {
      json.writeString(each);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("cells");
    for (CellCoverage each : coverage.cells()) {
      cell(each, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void policy(PolicyCoverage of, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("policy", of.policy());
    json.writeNumberField("cells", of.cells());
    for (Noticed noticed : Noticed.values()) {
      json.writeNumberField(noticed.word(), of.held(noticed));
    }
    json.writeNumberField("partly", of.partly());
    json.writeNumberField("percent", of.percent());
    json.writeEndObject();
  }

  private static void cell(CellCoverage cell, JsonGenerator json) throws IOException {
    Position from = cell.at().from();
    json.writeStartObject();
    json.writeStringField("file", cell.at().file().path());
    json.writeNumberField("line", from.line());
    json.writeNumberField("column", from.column());
    json.writeStringField("row", cell.row().spelled());
    json.writeStringField("heading", cell.column());
    json.writeStringField("text", cell.text());
    json.writeStringField("held", cell.held().word());
    json.writeArrayFieldStart("flips");
    for (FlipCoverage flip : cell.flips()) {
      json.writeStartObject();
      json.writeStringField("becomes", flip.becomes());
      json.writeStringField("noticed", flip.noticed().word());
      if (!flip.by().isEmpty()) {
        json.writeStringField("by", flip.by());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
