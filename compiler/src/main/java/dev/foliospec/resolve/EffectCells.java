package dev.foliospec.resolve;

import java.util.ArrayList;
import java.util.List;

/** The printed form of an {@code effects} cell whose {@code base} is worked out. */
final class EffectCells {
  private EffectCells() {}

  /** A cell that names {@code base}, with what the base says in its place. */
  static String spliced(String text, String inherited) {
    List<String> items = new ArrayList<>();
    for (String item : text.split(", ", -1)) {
      int before = item.indexOf(" before ");
      if (item.equals("base")) {
        if (!inherited.equals("none")) {
          items.addAll(List.of(inherited.split(", ", -1)));
        }
      } else if (before >= 0) {
        int at = items.indexOf(item.substring(before + 8));
        items.add(Math.max(at, 0), item.substring(0, before));
      } else {
        items.add(item);
      }
    }
    return items.isEmpty() ? "none" : String.join(", ", items);
  }
}
