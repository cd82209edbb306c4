package dev.foliospec.explore;

/** What a policy makes of an input in a state. */
public enum PointKind {
  /** A row answers. */
  ANSWERED,
  /** A row says that the caller must not; nothing is promised. */
  FORBIDDEN,
  /** The event's {@code only when} does not hold. */
  BEYOND,
  /** No row applies. */
  UNCOVERED,
  /** Several rows apply. */
  OVERLAPPING,
  /** A row applies but cannot be carried out. */
  FAULTY;

  private static final PointKind[] ALL = values();

  static PointKind of(byte number) {
    return ALL[number];
  }
}
