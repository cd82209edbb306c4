package dev.foliospec.explore;

/** Why a point is not answered as it should be. */
public enum Trouble {
  /** No row applies. */
  UNCOVERED,
  /** Several rows apply. */
  OVERLAPPING,
  /** A new value is not one of the type of the variable or output. */
  OUTSIDE_RANGE,
  /** A map is applied to a value that it does not have. */
  OUTSIDE_MAP,
  /** A step is called where none of its rows applies. */
  STEP_GAP,
  /** A step is called where several of its rows apply. */
  STEP_OVERLAP,
  /** Two steps write different values to one variable. */
  STEPS_DISAGREE,
  /** Two cells of a row write different values to one element. */
  CELLS_DISAGREE,
  /** A {@code refuse} changes a variable or has effects. */
  REFUSAL_CHANGES,
  /** Pages of one event write different values to a common variable. */
  PAGES_DISAGREE,
  /** What an effect ensures does not hold afterwards. */
  ENSURES_BROKEN
}
