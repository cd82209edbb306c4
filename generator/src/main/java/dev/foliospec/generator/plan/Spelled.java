package dev.foliospec.generator.plan;

import dev.foliospec.source.Span;

/** How text is written wherever it goes. */
public final class Spelled {
  private Spelled() {}

  /** Controls, marks that turn the direction of reading, halves of characters, line separators. */
  public static boolean invisible(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }

  /** Where something was written: {@code specs/v8/tdx.folio:13}. */
  public static String place(Span at) {
    return at.file().path() + ":" + at.line();
  }
}
