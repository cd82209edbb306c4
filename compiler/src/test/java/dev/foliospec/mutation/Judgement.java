package dev.foliospec.mutation;

import java.util.List;
import java.util.Optional;

/**
 * What became of a mutant.
 *
 * @param mutant the mutant
 * @param checks the codes of the errors that compiling it gives, scenarios aside
 * @param point the first reachable point at which it answers otherwise; not asked of a policy that
 *     cannot be bound
 * @param scenarios whether a scenario fails
 * @param reason of a survivor: why nothing changes
 */
record Judgement(
    Mutant mutant,
    List<String> checks,
    Optional<String> point,
    boolean scenarios,
    Optional<Reason> reason) {
  Judgement {
    checks = List.copyOf(checks);
  }

  boolean byCheck() {
    return !checks.isEmpty();
  }

  boolean byPoint() {
    return point.isPresent();
  }

  boolean survives() {
    return !byCheck() && !byPoint() && !scenarios;
  }

  /** Why a mutant answers everywhere as the original does. */
  enum Reason {
    /** The row never applies. */
    NEVER_APPLIES("the row applies at no reachable point"),
    /** The cell tells no reachable point from another. */
    SAME_POINTS("old and new cell hold at the same reachable points, the row's other cells given"),
    /** Another row gives what the check no longer gives, or the other way round. */
    SAME_FROM_ANOTHER_ROW("where old and new cell differ, the rows after it answer the same"),
    /** An error without changes, written the other way. */
    REFUSE_OR_FAIL("the row changes nothing, so that refusing and failing are the same"),
    /** The value is there already, the effect is not there anyway, and the like. */
    SAME_OUTCOME("old and new cell come to the same at every reachable point of the row"),
    /** A trait that no reachable answer hangs on. */
    TRAIT_UNFELT("no reachable answer of this policy depends on the trait's value");

    private final String words;

    Reason(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
