package dev.foliospec.check;

import dev.foliospec.model.Type;
import dev.foliospec.model.Value;
import java.util.ArrayList;
import java.util.List;

/** The shortest cell that stands for some values of a type. */
final class CellText {
  private CellText() {}

  static String of(Type type, List<Value> values) {
    int size = type.size();
    boolean[] in = new boolean[size];
    int count = 0;
    int first = size;
    int last = -1;
    for (int at = 0; at < size; at++) {
      if (values.contains(type.values().get(at))) {
        in[at] = true;
        count++;
        first = Math.min(first, at);
        last = at;
      }
    }
    if (count == size) {
      return "-";
    }
    if (count == 1) {
      return type.values().get(first).name();
    }
    if (type.ordered() && last - first + 1 == count) {
      if (last == size - 1) {
        return ">" + type.values().get(first - 1);
      }
      return first == 0
          ? "<" + type.values().get(last + 1)
          : type.isRange()
              ? type.values().get(first) + ".." + type.values().get(last)
              : listed(type, in, true);
    }
    if (count == size - 1) {
      return "!" + listed(type, in, false);
    }
    return count * 2 <= size + 1 ? listed(type, in, true) : "!{" + listed(type, in, false) + "}";
  }

  private static String listed(Type type, boolean[] in, boolean wanted) {
    List<String> names = new ArrayList<>();
    for (int at = 0; at < in.length; at++) {
      if (in[at] == wanted) {
        names.add(type.values().get(at).name());
      }
    }
    return String.join(", ", names);
  }
}
