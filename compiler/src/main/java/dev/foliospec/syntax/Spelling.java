package dev.foliospec.syntax;

import java.util.Collection;
import java.util.Optional;

/** How far two words are apart: letters added, dropped, changed, or two neighbours exchanged. */
final class Spelling {
  private Spelling() {}

  /** The candidate nearest to a word, if one is near enough to be meant. */
  static Optional<String> nearest(String word, Collection<String> candidates) {
    int allowed = word.length() < 4 ? 1 : 2;
    String best = null;
    int distance = allowed + 1;
    for (String candidate : candidates) {
      int here = distance(word, candidate, distance);
      if (here < distance && here < candidate.length() - 1) {
        distance = here;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  private static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) >= limit) {
      return limit;
    }
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] free = before;
      before = above;
      above = row;
      row = free;
    }
    return above[b.length()];
  }
}
