package dev.foliospec.engine;

/** Why a search ended. */
public enum End {
  /** Every reachable state was met. */
  COMPLETE,
  /** Every watch was breached, and the search was asked to end there. */
  BREACHED,
  /** There are more states than it was to find. */
  STATES,
  /** More states take more memory than it may use. */
  MEMORY
}
