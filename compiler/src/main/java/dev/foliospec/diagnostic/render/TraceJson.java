package dev.foliospec.diagnostic.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.diagnostic.TraceStep;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The one shape that a step of a trace has in JSON, whoever writes it. */
public final class TraceJson {
  private TraceJson() {}

  /** An array of steps. */
  public static void write(JsonGenerator json, List<TraceStep> steps) throws IOException {
    json.writeStartArray();
    for (TraceStep step : steps) {
      write(json, step);
    }
    json.writeEndArray();
  }

  /** One step; {@code args} and {@code out} are left out where they are empty. */
  public static void write(JsonGenerator json, TraceStep step) throws IOException {
    json.writeStartObject();
    json.writeStringField("event", step.event());
    map(json, "args", step.arguments());
    json.writeStringField("answer", step.answer());
    map(json, "out", step.outputs());
    if (step.row().isPresent()) {
      json.writeStringField("row", step.row().get());
    }
    json.writeEndObject();
  }

  private static void map(JsonGenerator json, String name, Map<String, String> values)
      throws IOException {
    if (values.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> each : values.entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }
}
