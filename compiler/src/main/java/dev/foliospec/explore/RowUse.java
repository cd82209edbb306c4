package dev.foliospec.explore;

import dev.foliospec.model.RowId;
import java.util.List;

/**
 * What becomes of a row among the reachable points.
 *
 * @param kind whether it applies
 * @param others of a row that is always forestalled: the rows that apply where its conditions hold
 */
public record RowUse(Kind kind, List<RowId> others) {
  /** Copies the list. */
  public RowUse {
    others = List.copyOf(others);
  }

  /** Whether a row applies. */
  public enum Kind {
    /** It answers, passes or is called somewhere. */
    APPLIES,
    /** Its conditions hold somewhere, but other rows apply wherever they do. */
    FORESTALLED,
    /** Its conditions hold nowhere that can be reached. */
    UNREACHED,
    /** Its conditions ask for a flag or trait that is fixed otherwise in this policy. */
    RULED_OUT,
    /** Its conditions contradict each other. */
    CONTRADICTORY
  }
}
