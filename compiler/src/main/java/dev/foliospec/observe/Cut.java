package dev.foliospec.observe;

import java.util.Locale;

/**
 * Where following two policies at once was ended by a bound.
 *
 * @param steps all traces of so many steps, and shorter ones, were followed
 * @param pairs how many pairs of what the two may be in were met until then
 * @param memory whether it was memory that ended it, and not the number of pairs
 */
public record Cut(int steps, long pairs, boolean memory) {
  /** The option by which more can be allowed. */
  public String option() {
    return memory ? "--max-memory" : "--max-states";
  }

  /** What it leaves open, as half a sentence. */
  public String open() {
    String how = String.format(Locale.ROOT, "after %,d pairs of sets of states: ", pairs);
    return how
        + (steps == 0
            ? "not even all traces of one step were compared"
            : "traces of more than " + (steps == 1 ? "one step" : steps + " steps")
                + " may show more");
  }
}
