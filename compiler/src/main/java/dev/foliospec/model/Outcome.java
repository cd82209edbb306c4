package dev.foliospec.model;

import java.util.List;

/**
 * What a row does.
 *
 * @param answer what it answers
 * @param errors the errors of the answer: one for {@code refuse E} and {@code fail E}, those of
 *     {@code ok or E1, E2}; all of the policy's for {@code any}
 * @param outputs outputs that go with ok, or with the error where only an error can be answered
 * @param errorOutputs outputs that go with an error where ok could be answered too
 * @param updates variables that it sets itself, steps aside
 * @param effects what it does, in order
 */
public record Outcome(
    Answer answer,
    List<ErrorAnswer> errors,
    List<OutputValue> outputs,
    List<OutputValue> errorOutputs,
    List<Update> updates,
    List<EffectItem> effects) {
  /** Copies the lists. */
  public Outcome {
    errors = List.copyOf(errors);
    outputs = List.copyOf(outputs);
    errorOutputs = List.copyOf(errorOutputs);
    updates = List.copyOf(updates);
    effects = List.copyOf(effects);
  }

  /** What a row answers. */
  public enum Answer {
    /** Done. */
    OK,
    /** One of the errors; no variable changes, no effects. */
    REFUSE,
    /** One of the errors, with the row's changes and effects. */
    FAIL,
    /** Ok, or any error with the row's changes and effects or with none. */
    ANY,
    /** Ok, or one of the errors with no changes and no effects. */
    OK_OR,
    /** The caller must not; nothing is promised. */
    FORBID,
    /** A check that lets through. */
    PASS,
    /** A step's row, which answers nothing. */
    NONE
  }
}
