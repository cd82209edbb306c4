package dev.foliospec.resolve;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Guesses which known name a misspelt one was meant to be. */
final class Spelling {
  private static final int LONGEST = 80;

  private Spelling() {}

  /**
   * The nearest of some names, if one is near: at most a third of its letters added, dropped,
   * changed or swapped with a neighbour. Of equally near ones the first.
   */
  static Optional<String> nearest(String written, Collection<String> known) {
    Optional<String> best = Optional.empty();
    int least = Math.max(1, written.length() / 3) + 1;
    if (written.length() > LONGEST) {
      return best;
    }
    String folded = written.toLowerCase(Locale.ROOT);
    for (String name : known) {
      if (name.length() > LONGEST || Math.abs(name.length() - written.length()) >= least) {
        continue;
      }
      int far = distance(folded, name.toLowerCase(Locale.ROOT));
      if (far < least) {
        least = far;
        best = Optional.of(name);
      }
    }
    return best;
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          best = Math.min(best, cost[i - 2][j - 2] + 1);
        }
        cost[i][j] = best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
