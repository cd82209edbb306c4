package dev.foliospec.diff;

import dev.foliospec.model.Lack;
import dev.foliospec.observe.Cut;
import dev.foliospec.observe.Side;
import java.util.List;
import java.util.Optional;

/**
 * What came of comparing two policies.
 *
 * @param a the first
 * @param b the second
 * @param observer who looked
 * @param relation how they stand to each other
 * @param causes what they do differently, the earliest first, those that only come later last
 * @param lackedByA events that the first lacks and the second has
 * @param lackedByB events that the second lacks and the first has
 * @param pairs how many pairs of variants were compared
 * @param cut where a bound ended the comparison, if one did: longer traces may show more
 */
public record Verdict(
    Side a,
    Side b,
    String observer,
    Relation relation,
    List<Cause> causes,
    List<Lack> lackedByA,
    List<Lack> lackedByB,
    int pairs,
    Optional<Cut> cut) {
  /** Copies the lists. */
  public Verdict {
    causes = List.copyOf(causes);
    lackedByA = List.copyOf(lackedByA);
    lackedByB = List.copyOf(lackedByB);
  }

  /** Whether anything tells the two apart. */
  public boolean differs() {
    return !causes.isEmpty() || !lackedByA.isEmpty() || !lackedByB.isEmpty();
  }
}
