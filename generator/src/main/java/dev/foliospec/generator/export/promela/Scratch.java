package dev.foliospec.generator.export.promela;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables of a model that hold something only while an event is worked out. They are 0 between
 * events, so that they make no states.
 */
final class Scratch {
  private record Kept(String type, int length) {}

  private final Map<String, Kept> variables = new LinkedHashMap<>();

  /** Asks for a variable. */
  void variable(String type, String name) {
    variables.putIfAbsent(name, new Kept(type, 0));
  }

  /** Asks for an array. */
  void array(String type, String name, int length) {
    variables.putIfAbsent(name, new Kept(type, length));
  }

  void declare(Text text) {
    variables.forEach((name, kept) -> text.line(
        kept.length() == 0
            ? kept.type() + " " + name + ";"
            : kept.type() + " " + name + "[" + kept.length() + "];"));
  }

  /** Statements that set all of them to 0. */
  void reset(Text text) {
    variables.forEach((name, kept) -> {
      if (kept.length() == 0) {
        text.line(name + " = 0;");
      } else {
        for (int at = 0; at < kept.length(); at++) {
          text.line(name + "[" + at + "] = 0;");
        }
      }
    });
  }
}
