package dev.foliospec.refine.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.diagnostic.render.TraceJson;
import dev.foliospec.model.Transition;
import dev.foliospec.observe.render.CutJson;
import dev.foliospec.refine.Breach;
import dev.foliospec.refine.Refined;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Refinements in the shape of differences, with what was answered and what is allowed. */
public final class RefinedJson {
  private RefinedJson() {}

  /**
   * Writes one document.
   *
   * @param relation how the two stand to each other, in the word that differences use
   * @throws IOException if what lies behind the generator cannot be written
   */
  public static void write(Refined refined, String relation, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("foliospec", 1);
    json.writeArrayFieldStart("policies");
    json.writeString(refined.policy().name());
    json.writeString(refined.contract().name());
    json.writeEndArray();
    json.writeStringField("observer", refined.observer());
    json.writeArrayFieldStart("verdicts");
    json.writeStartObject();
    json.writeStringField("a", refined.policy().name());
    json.writeStringField("b", refined.contract().name());
    json.writeStringField("relation", relation);
    CutJson.write(refined.cut(), json);
    json.writeArrayFieldStart("causes");
    for (Breach breach : refined.breaches()) {
      cause(breach, json);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void cause(Breach breach, JsonGenerator json) throws IOException {
    json.writeStartObject();
    row("A", breach.row(), json);
    row("B", breach.promise(), json);
    json.writeStringField("kind", breach.kind().word());
    json.writeNumberField("causedAt", breach.trace().size());
    json.writeNumberField("seenAt", breach.trace().size());
    json.writeBooleanField("later", false);
    json.writeStringField("variantA", breach.variant().name());
    json.writeStringField("variantB", breach.against().name());
    map("flags", breach.flags(), json);
    json.writeFieldName("trace");
    TraceJson.write(json, breach.trace());
    json.writeFieldName("traceB");
    TraceJson.write(json, breach.promised());
    if (breach.answered().isPresent()) {
      json.writeFieldName("answered");
      reply(breach.answered().get(), json);
    }
    json.writeArrayFieldStart("allowed");
    for (Breach.Reply reply : breach.allowed()) {
      reply(reply, json);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void row(String side, Optional<Transition> row, JsonGenerator json)
      throws IOException {
    if (row.isPresent()) {
      json.writeStringField("row" + side, row.get().id().id());
      json.writeStringField("source" + side, row.get().grounds().spelled());
    }
  }

  private static void reply(Breach.Reply reply, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("answer", reply.answer());
    if (!reply.outputs().isEmpty()) {
      map("out", reply.outputs(), json);
    }
    if (reply.effects().isPresent()) {
      json.writeArrayFieldStart("effects");
      for (String effect : reply.effects().get()) {
        json.writeString(effect);
      }
      json.writeEndArray();
    }
    if (!reply.state().isEmpty()) {
      map("state", reply.state(), json);
    }
    json.writeStringField("row", reply.row());
    json.writeEndObject();
  }

  private static void map(String name, Map<String, String> values, JsonGenerator json)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> each : values.entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }
}
