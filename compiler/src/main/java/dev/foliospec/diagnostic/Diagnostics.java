package dev.foliospec.diagnostic;

import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The findings of one run, gathered by all stages. */
public final class Diagnostics {
  private static final Comparator<Diagnostic> READING_ORDER = Comparator.comparing(
          (Diagnostic found) -> found.at().at().file().path())
      .thenComparingInt(found -> found.at().at().start())
      .thenComparing(found -> found.rule().code())
      .thenComparing(Diagnostic::message);

  private final List<Diagnostic> found = new ArrayList<>();

  /** Adds a finding. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** Adds a plain finding of the rule's own severity. */
  public void add(Rule rule, Span at, String message) {
    found.add(Diagnostic.of(rule, at, message));
  }

  /** How many findings there are so far; lets a stage ask whether another one added any. */
  public int size() {
    return found.size();
  }

  /** Whether a finding of severity error is among those from position {@code from} on. */
  public boolean hasErrorsSince(int from) {
    return found.subList(from, found.size()).stream()
        .anyMatch(each -> each.severity() == Severity.ERROR);
  }

  /** Whether any finding is an error. */
  public boolean hasErrors() {
    return hasErrorsSince(0);
  }

  /** All findings by file, offset, code. */
  public List<Diagnostic> inReadingOrder() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(READING_ORDER);
    return List.copyOf(sorted);
  }
}
