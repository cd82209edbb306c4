package dev.foliospec.source;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of one file.
 *
 * @param file where it lies
 * @param start the first offset, in UTF-16 code units from 0
 * @param end the offset just past the last one; never before {@code start}
 */
public record Span(SourceFile file, int start, int end) {
  /** Refuses a stretch that runs backwards. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** The smallest stretch that holds this one and another of the same file. */
  public Span to(Span other) {
    return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The text that it covers. */
  public String text() {
    return file.text().substring(start, end);
  }

  /** Where it starts, in lines and columns from 1. */
  public Position from() {
    return file.positionAt(start);
  }

  /** Where it ends, exclusive, in lines and columns from 1. */
  public Position until() {
    return file.positionAt(end);
  }

  /** The line, from 1, on which it starts. */
  public int line() {
    return file.lineAt(start);
  }

  // What a record is given for these two is spun at its first use, which costs milliseconds at
  // start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Span span
        && file == span.file
        && start == span.start
        && end == span.end;
  }

  @Override
  public int hashCode() {
    return 31 * (31 * file.hashCode() + start) + end;
  }

  @Override
  public String toString() {
    Position from = from();
    return file.path() + ":" + from.line() + ":" + from.column();
  }
}
