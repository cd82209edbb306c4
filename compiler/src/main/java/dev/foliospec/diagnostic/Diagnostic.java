package dev.foliospec.diagnostic;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * One finding.
 *
 * @param rule what kind of trouble it is
 * @param severity usually the rule's own
 * @param message what is wrong, not how to repair it; lower case, no full stop
 * @param at where it shows, and why there
 * @param related further places that explain it; they may lie in other files
 * @param notes facts that make it wrong
 * @param help what to do
 * @param edits the help as changes of text, empty where it takes thought
 * @param trace how to get there, empty where no trace belongs to it
 */
public record Diagnostic(
    Rule rule,
    Severity severity,
    String message,
    Label at,
    List<Label> related,
    List<String> notes,
    Optional<String> help,
    List<Edit> edits,
    List<TraceStep> trace) {
  /** Copies the lists. */
  public Diagnostic {
    related = List.copyOf(related);
    notes = List.copyOf(notes);
    edits = List.copyOf(edits);
    trace = List.copyOf(trace);
  }

  /** A finding of the rule's own severity, to be furnished with the {@code with} methods. */
  public static Diagnostic of(Rule rule, Span at, String message) {
    return new Diagnostic(
        rule,
        rule.severity(),
        message,
        new Label(at, ""),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The same finding with a reason under its own stretch. */
  public Diagnostic withLabel(String text) {
    return new Diagnostic(
        rule, severity, message, new Label(at.at(), text), related, notes, help, edits, trace);
  }

  /** The same finding with one more place. */
  public Diagnostic withRelated(Span place, String text) {
    return new Diagnostic(
        rule,
        severity,
        message,
        at,
        append(related, new Label(place, text)),
        notes,
        help,
        edits,
        trace);
  }

  /** The same finding with one more fact. */
  public Diagnostic withNote(String note) {
    return new Diagnostic(
        rule, severity, message, at, related, append(notes, note), help, edits, trace);
  }

  /** The same finding with what to do. */
  public Diagnostic withHelp(String text) {
    return new Diagnostic(
        rule, severity, message, at, related, notes, Optional.of(text), edits, trace);
  }

  /** The same finding with what to do, one change of text being enough. */
  public Diagnostic withFix(String text, Edit edit) {
    return new Diagnostic(
        rule, severity, message, at, related, notes, Optional.of(text), append(edits, edit), trace);
  }

  /** The same finding, weighed otherwise. */
  public Diagnostic withSeverity(Severity other) {
    return new Diagnostic(rule, other, message, at, related, notes, help, edits, trace);
  }

  /** The same finding with the way to it. */
  public Diagnostic withTrace(List<TraceStep> steps) {
    return new Diagnostic(rule, severity, message, at, related, notes, help, edits, steps);
  }

  private static <T> List<T> append(List<T> list, T more) {
    java.util.ArrayList<T> longer = new java.util.ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
