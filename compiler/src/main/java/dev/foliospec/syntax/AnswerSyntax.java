package dev.foliospec.syntax;

import java.util.List;

/**
 * An {@code answer} cell.
 *
 * @param kind what is answered
 * @param errors the error of {@code refuse} and {@code fail}, the errors of {@code ok or E1, E2}
 * @param outputs outputs that go with it: {@code refuse memory_fault, asked=as}
 */
public record AnswerSyntax(Kind kind, List<Name> errors, List<OutputSyntax> outputs)
    implements CellContent {
  /** Copies the lists. */
  public AnswerSyntax {
    errors = List.copyOf(errors);
    outputs = List.copyOf(outputs);
  }

  /** What is answered. */
  public enum Kind {
    /** {@code ok}. */
    OK,
    /** {@code refuse E}: answers E, nothing changes. */
    REFUSE,
    /** {@code fail E}: answers E and does what the row says. */
    FAIL,
    /** {@code refuse any}. */
    REFUSE_ANY,
    /** {@code fail any}. */
    FAIL_ANY,
    /** {@code any}: ok, or any error with the row's changes or with none. */
    ANY,
    /** {@code ok or E1, E2}: with an error nothing changes. */
    OK_OR,
    /** {@code forbid}: the caller must not. */
    FORBID,
    /** {@code pass}: a check lets through. */
    PASS
  }
}
