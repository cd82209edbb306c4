package dev.foliospec.generator.rows;

/** What an answer may show under one output. */
public sealed interface Shown {
  /** No output. */
  record Nothing() implements Shown {}

  /** Any value of the output's type, or none. */
  record Anything() implements Shown {}

  /** A value. */
  record One(Origin value) implements Shown {}
}
