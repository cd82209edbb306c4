package dev.foliospec.diff.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.diagnostic.TraceStep;
import dev.foliospec.diff.Cause;
import dev.foliospec.diff.Kind;
import dev.foliospec.diff.Verdict;
import dev.foliospec.model.Lack;
import dev.foliospec.observe.render.CutJson;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Verdicts as the JSON document that other programs read. */
public final class VerdictJson {
  private VerdictJson() {}

  /**
   * Writes one document.
   *
   * @param policies the policies as they were asked for
   * @throws IOException if what lies behind the generator cannot be written
   */
  public static void write(
      List<String> policies, String observer, List<Verdict> verdicts, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("foliospec", 1);
    json.writeArrayFieldStart("policies");
    for (String policy : policies) {
      json.writeString(policy);
    }
    json.writeEndArray();
    json.writeStringField("observer", observer);
    json.writeArrayFieldStart("verdicts");
    for (Verdict verdict : verdicts) {
      verdict(verdict, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void verdict(Verdict verdict, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("a", verdict.a().name());
    json.writeStringField("b", verdict.b().name());
    json.writeStringField("relation", verdict.relation().word());
    CutJson.write(verdict.cut(), json);
    json.writeArrayFieldStart("causes");
    for (Cause cause : verdict.causes()) {
      cause(cause, json);
    }
    lacks(verdict.lackedByA(), "a", json);
    lacks(verdict.lackedByB(), "b", json);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void cause(Cause cause, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("rowA", cause.a().row().id().id());
    json.writeStringField("rowB", cause.b().row().id().id());
    json.writeStringField("kind", cause.kind().word());
    json.writeNumberField("causedAt", cause.causedAt());
    json.writeNumberField("seenAt", cause.seenAt());
    json.writeBooleanField("later", cause.later());
    json.writeStringField("variantA", cause.variantA().name());
    json.writeStringField("variantB", cause.variantB().name());
    json.writeStringField("where", cause.inEvery() ? "in every variant" : cause.where());
    json.writeObjectFieldStart("flags");
    for (Map.Entry<String, String> flag : cause.flags().entrySet()) {
      json.writeStringField(flag.getKey(), flag.getValue());
    }
    json.writeEndObject();
    json.writeStringField("sourceA", cause.a().row().grounds().spelled());
    json.writeStringField("sourceB", cause.b().row().grounds().spelled());
    trace("trace", cause.trace(), json);
    trace("traceB", cause.traceB(), json);
    json.writeEndObject();
  }

  private static void lacks(List<Lack> lacks, String side, JsonGenerator json) throws IOException {
    for (Lack lack : lacks) {
      json.writeStartObject();
      json.writeStringField("kind", Kind.LACKS.word());
      json.writeStringField("event", lack.event().name());
      json.writeStringField("lackedBy", side);
      json.writeEndObject();
    }
  }

  private static void trace(String name, List<TraceStep> steps, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (TraceStep step : steps) {
      json.writeStartObject();
      json.writeStringField("event", step.event());
      object("args", step.arguments(), json);
      json.writeStringField("answer", step.answer());
      object("out", step.outputs(), json);
      if (step.row().isPresent()) {
        json.writeStringField("row", step.row().get());
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void object(String name, Map<String, String> fields, JsonGenerator json)
      throws IOException {
    if (!fields.isEmpty()) {
      json.writeObjectFieldStart(name);
      for (Map.Entry<String, String> field : fields.entrySet()) {
        json.writeStringField(field.getKey(), field.getValue());
      }
      json.writeEndObject();
    }
  }
}
