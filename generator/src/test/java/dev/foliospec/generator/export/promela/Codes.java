package dev.foliospec.generator.export.promela;

import dev.foliospec.model.Effect;
import dev.foliospec.model.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers that a model says stand for names, read from its text. */
final class Codes {
  private static final Pattern CONSTANT =
      Pattern.compile("(?m)^#define ((v|a|ev|x|r)_)?([A-Za-z0-9_]+) ([0-9]+)$");

  private final Map<String, Integer> codes = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();

  Codes(String model) {
    Matcher matcher = CONSTANT.matcher(model);
    while (matcher.find()) {
      String kind = matcher.group(1) == null ? "" : matcher.group(1);
      codes.put(kind + matcher.group(3), Integer.parseInt(matcher.group(4)));
      names.put(kind + matcher.group(4), matcher.group(3));
    }
  }

  /** The number of a name of a kind: {@code v_}, {@code ev_}, or none. */
  int code(String kind, String name) {
    Integer code = codes.get(kind + name);
    if (code == null) {
      throw new AssertionError("the model has no number for " + kind + name);
    }
    return code;
  }

  int code(Value value) {
    return value.isNumber() ? value.number() : code("v_", value.name());
  }

  int code(Effect effect) {
    return code("x_", effect.name());
  }

  /** The name of a kind that a number stands for. */
  String name(String kind, int code) {
    String name = names.get(kind + code);
    if (name == null) {
      throw new AssertionError("the model has no name of " + kind + " for " + code);
    }
    return name;
  }

  Value value(int code) {
    return new Value(names.getOrDefault("v_" + code, Integer.toString(code)));
  }

  static int[] numbers(String line) {
    List<String> words = List.of(line.strip().split("\\s+"));
    int[] numbers = new int[words.size()];
    for (int at = 0; at < numbers.length; at++) {
      // The mark between the effects and the event.
      numbers[at] = words.get(at).equals("T") ? Integer.MIN_VALUE : Integer.parseInt(words.get(at));
    }
    return numbers;
  }
}
