package dev.foliospec.model;

import dev.foliospec.source.Span;
import java.util.Optional;

/**
 * One part of a state.
 *
 * @param name its name; an indexed variable is one of these for each index, named {@code guest[a]}
 * @param type its values
 * @param hidden whether it is only modelled
 * @param actor of a hidden variable: who alone knows it, which makes it really there
 * @param owner the policy that declares it, or empty for the vocabulary
 * @param initial its first value, where no {@code init} says otherwise
 * @param doc its documentation
 * @param member of an indexed variable: which of its elements this is
 * @param at its declaration
 */
public record Variable(
    String name,
    Type type,
    boolean hidden,
    Optional<String> actor,
    Optional<String> owner,
    Optional<Value> initial,
    Optional<String> doc,
    Optional<Member> member,
    Span at)
    implements Slot {
  /**
   * Which element of an indexed variable.
   *
   * @param family the indexed variable, {@code guest}
   * @param over its index type
   * @param key the value for which this element stands
   */
  public record Member(String family, Type over, Value key) {}

  /** Its name, or that of the indexed variable of which it is an element. */
  public String family() {
    return member.map(Member::family).orElse(name);
  }

  /** Whether it belongs to the vocabulary, so that policies can be compared by it. */
  public boolean shared() {
    return owner.isEmpty();
  }
}
