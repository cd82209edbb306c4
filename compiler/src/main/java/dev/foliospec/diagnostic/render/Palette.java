package dev.foliospec.diagnostic.render;

import dev.foliospec.diagnostic.Severity;

/** The colours of a terminal, or none. */
enum Palette {
  /** Plain text. */
  NONE,
  /** ANSI colours. */
  ANSI;

  private static final String BLUE = "\u001b[1;34m";
  private static final String BOLD = "\u001b[1m";
  private static final String RESET = "\u001b[0m";

  /** Frames: line numbers, bars, arrows. */
  String frame() {
    return this == ANSI ? BLUE : "";
  }

  /** Messages. */
  String strong() {
    return this == ANSI ? BOLD : "";
  }

  /** What belongs to a severity. */
  String of(Severity severity) {
    if (this == NONE) {
      return "";
    }
    return switch (severity) {
      case ERROR -> "\u001b[1;31m";
      case WARNING -> "\u001b[1;33m";
      case NOTE -> "\u001b[1;36m";
    };
  }

  /** Back to plain. */
  String end() {
    return this == ANSI ? RESET : "";
  }
}
