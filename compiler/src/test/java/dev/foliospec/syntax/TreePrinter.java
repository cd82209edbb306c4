package dev.foliospec.syntax;

import dev.foliospec.source.SourceFile;
import dev.foliospec.source.Span;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints a syntax tree without its positions, one part a line, so that two trees can be compared and
 * read.
 *
 * <p>Parts that say nothing (absent, empty, {@code false}) are left out.
 */
final class TreePrinter {
  private final StringBuilder out = new StringBuilder();

  private TreePrinter() {}

  /** The tree under a record. */
  static String print(Object tree) {
    TreePrinter printer = new TreePrinter();
    printer.part("", tree, 0);
    return printer.out.toString();
  }

  private void part(String label, Object value, int depth) {
    if (value instanceof Span || value instanceof SourceFile || isNothing(value)) {
      return;
    }
    if (value instanceof Optional<?> optional) {
      part(label, optional.orElseThrow(), depth);
    } else if (value instanceof Name name) {
      line(label, name.text(), depth);
    } else if (value instanceof Record record) {
      record(label, record, depth);
    } else if (value instanceof List<?> list) {
      list(label, list, depth);
    } else {
      String text =
          value instanceof Enum<?> word ? word.name().toLowerCase(Locale.ROOT) : "" + value;
      line(label, text, depth);
    }
  }

  private static boolean isNothing(Object value) {
    return value.equals(false)
        || value.equals(Optional.empty())
        || value.equals(List.of())
        || value.equals(GroundsSyntax.NONE);
  }

  private void record(String label, Record record, int depth) {
    line(label, record.getClass().getSimpleName(), depth);
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      try {
        part(component.getName() + " ", component.getAccessor().invoke(record), depth + 1);
      } catch (ReflectiveOperationException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }

  private void list(String label, List<?> list, int depth) {
    if (list.stream().allMatch(each -> each instanceof Name)) {
      line(label, String.join(", ", list.stream().map(Object::toString).toList()), depth);
      return;
    }
    line(label.strip(), "", depth);
    list.forEach(each -> part("", each, depth + 1));
  }

  private void line(String label, String text, int depth) {
    out.append("  ".repeat(depth)).append((label + text).stripTrailing()).append('\n');
  }
}
