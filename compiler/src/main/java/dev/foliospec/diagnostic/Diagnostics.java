package dev.foliospec.diagnostic;

import dev.foliospec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** The findings of one run, gathered by all stages. */
public final class Diagnostics {
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
    for (int at = from; at < found.size(); at++) {
      if (found.get(at).severity() == Severity.ERROR) {
        return true;
      }
    }
    return false;
  }

  /** Whether any finding is an error. */
  public boolean hasErrors() {
    return hasErrorsSince(0);
  }

  // Written out, since chained comparators are spun at start, which is felt.
  private static int inOrder(Diagnostic one, Diagnostic other) {
    int order = one.at().at().file().path().compareTo(other.at().at().file().path());
    if (order == 0) {
      order = Integer.compare(one.at().at().start(), other.at().at().start());
    }
    if (order == 0) {
      order = one.rule().code().compareTo(other.rule().code());
    }
    return order == 0 ? one.message().compareTo(other.message()) : order;
  }

  /** All findings by file, offset, code. */
  public List<Diagnostic> inReadingOrder() {
    List<Diagnostic> sorted = new ArrayList<>(found);
    sorted.sort(Diagnostics::inOrder);
    return List.copyOf(sorted);
  }
}
