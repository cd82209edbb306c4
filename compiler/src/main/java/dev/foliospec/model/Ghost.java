package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * History that only properties read. It follows effects by itself, one after another in the order in
 * which a row has them, and is no part of a state.
 *
 * @param name its name
 * @param type its values
 * @param owner the policy that declares it, or empty for the vocabulary
 * @param initial its first value
 * @param rules how effects change it, at most one for each effect
 * @param doc its documentation
 * @param at its declaration
 */
public record Ghost(
    String name,
    Type type,
    Optional<String> owner,
    Value initial,
    List<Rule> rules,
    Optional<String> doc,
    Span at)
    implements Slot {
  /** Copies the list. */
  public Ghost {
    rules = List.copyOf(rules);
  }

  /**
   * How a ghost follows an effect.
   *
   * @param effect the effect's name
   * @param shift how many places it moves in its type, where it is not set; it stops at both ends
   * @param value what it is set to
   */
  public record Rule(String effect, int shift, Optional<Value> value) {}
}
