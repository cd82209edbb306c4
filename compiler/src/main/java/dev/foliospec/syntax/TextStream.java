package dev.foliospec.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/**
 * A text as ANTLR's lexer reads it, one UTF-16 code unit at a time.
 *
 * <p>ANTLR's own streams count code points, so that a single emoji would move all later spans.
 */
final class TextStream implements CharStream {
  private final String text;
  private final String name;
  private int at;

  TextStream(String text, String name) {
    this.text = text;
    this.name = name;
  }

  @Override
  public void consume() {
    if (at == text.length()) {
      throw new IllegalStateException("cannot consume the end of the text");
    }
    at++;
  }

  @Override
  public int LA(int distance) {
    int wanted = distance < 0 ? at + distance : at + distance - 1;
    return distance == 0 || wanted < 0 || wanted >= text.length() ? EOF : text.charAt(wanted);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = Math.min(index, text.length());
  }

  @Override
  public int size() {
    return text.length();
  }

  @Override
  public String getSourceName() {
    return name;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, text.length());
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }
}
