package dev.foliospec.generator.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Writes JSON, key by key, in ASCII alone, so that nothing in it can reorder or rewrite a terminal and
 * nothing is lost.
 */
final class Json {
  private static final JsonFactory FACTORY = new JsonFactoryBuilder()
      .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
      .build();

  private Json() {}

  /** What a document is made of. */
  interface Content {
    /** Writes the document's one value. */
    void write(JsonGenerator json) throws IOException;
  }

  /** A document on one line, with a line end. */
  static String line(Content content) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      content.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  /** A list of texts under a name. */
  static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
    json.writeArrayFieldStart(name);
    for (String each : texts) {
      json.writeString(each);
    }
    json.writeEndArray();
  }

  /** An object of texts under a name. */
  static void texts(JsonGenerator json, String name, Map<String, String> texts) throws IOException {
    json.writeObjectFieldStart(name);
    for (Map.Entry<String, String> each : texts.entrySet()) {
      json.writeStringField(each.getKey(), each.getValue());
    }
    json.writeEndObject();
  }
}
