package dev.foliospec.generator.rows;

import java.util.List;

/**
 * An answer that a row may give.
 *
 * @param answers {@code ok}, or the names of errors, one of which is answered
 * @param changes whether the row's changes and effects come with it; else nothing changes
 * @param outputs for each output of the event, in its order, what may be shown: one of these
 */
public record Reply(List<String> answers, boolean changes, List<List<Shown>> outputs) {
  /** The answer that is no error. */
  public static final String OK = "ok";

  /** Copies the lists. */
  public Reply {
    answers = List.copyOf(answers);
    outputs = outputs.stream().map(List::copyOf).toList();
  }
}
