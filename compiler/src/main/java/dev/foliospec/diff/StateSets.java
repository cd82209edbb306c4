package dev.foliospec.diff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets of states as numbers; a set of one state has that state's number. */
final class StateSets {
  private final int states;
  private final List<int[]> larger = new ArrayList<>();
  private final Map<Members, Integer> known = new HashMap<>();

  StateSets(int states) {
    this.states = states;
  }

  private static final class Members {
    private final int[] sorted;

    Members(int[] sorted) {
      this.sorted = sorted;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Members members && Arrays.equals(sorted, members.sorted);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(sorted);
    }
  }

  /** The number of a set, its members sorted and each once. */
  int number(int[] sorted) {
    if (sorted.length == 1) {
      return sorted[0];
    }
    Members members = new Members(sorted);
    Integer number = known.get(members);
    if (number == null) {
      number = states + larger.size();
      larger.add(sorted);
      known.put(members, number);
    }
    return number;
  }

  /** The members of a set, sorted. */
  int[] members(int number) {
    return number < states ? new int[] {number} : larger.get(number - states);
  }
}
