package dev.foliospec.observe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Sets of states as numbers, each set once; a set of one state has that
 * state's number if it is among the first ones.
 */
final class StateSets {
  private final int states;
  private final List<int[]> larger = new ArrayList<>();
  private int[] slots = new int[64];
  private int[] hashes = new int[16];

  StateSets(int states) {
    this.states = states;
  }

  /** The number of a set, its members sorted and each once. */
  int number(int[] sorted) {
    if (sorted.length == 1 && sorted[0] < states) {
      return sorted[0];
    }
    int hash = Arrays.hashCode(sorted);
    int slot = place(hash, slots.length);
    while (slots[slot] != 0) {
      int known = slots[slot] - 1;
      if (hashes[known] == hash && Arrays.equals(larger.get(known), sorted)) {
        return states + known;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    int number = larger.size();
    larger.add(sorted);
    if (number == hashes.length) {
      hashes = Arrays.copyOf(hashes, number * 2);
    }
    hashes[number] = hash;
    slots[slot] = number + 1;
    if (2 * larger.size() > slots.length) {
      grow();
    }
    return states + number;
  }

  private static int place(int hash, int size) {
    int mixed = hash * 0x9E3779B9;
    return (mixed ^ (mixed >>> 15)) & (size - 1);
  }

  private void grow() {
    slots = new int[slots.length * 2];
    for (int number = 0; number < larger.size(); number++) {
      int slot = place(hashes[number], slots.length);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = number + 1;
    }
  }

  /** How many sets of more than one state there are. */
  int larger() {
    return larger.size();
  }

  /** The members of a set, sorted. */
  int[] members(int number) {
    return number < states ? new int[] {number} : larger.get(number - states);
  }
}
