package dev.foliospec.observe.render;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.foliospec.observe.Cut;
import java.io.IOException;
import java.util.Optional;

/** A bound that was reached, as a field of a JSON object. */
public final class CutJson {
  private CutJson() {}

  /**
   * Writes the field {@code cut}, if there is something to write.
   *
   * @throws IOException if what lies behind the generator cannot be written
   */
  public static void write(Optional<Cut> cut, JsonGenerator json) throws IOException {
    if (cut.isPresent()) {
      json.writeObjectFieldStart("cut");
      json.writeStringField("by", cut.get().memory() ? "memory" : "states");
      json.writeNumberField("steps", cut.get().steps());
      json.writeNumberField("pairs", cut.get().pairs());
      json.writeEndObject();
    }
  }
}
