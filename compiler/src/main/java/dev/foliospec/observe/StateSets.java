package dev.foliospec.observe;

import dev.foliospec.engine.Interned;

/**
 * Sets of states as numbers, each set once; a set of one state has that
 * state's number if it is among the first ones.
 */
final class StateSets {
  private final int states;
  private final Interned larger = new Interned();

  StateSets(int states) {
    this.states = states;
  }

  /** The number of a set, its members sorted and each once. */
  int number(int[] sorted) {
    return sorted.length == 1 && sorted[0] < states
        ? sorted[0]
        : states + larger.number(sorted, sorted.length);
  }

  /** How many sets of more than one state there are. */
  int larger() {
    return larger.size();
  }

  /** The members of a set, sorted. */
  int[] members(int number) {
    return number < states ? new int[] {number} : larger.key(number - states);
  }
}
