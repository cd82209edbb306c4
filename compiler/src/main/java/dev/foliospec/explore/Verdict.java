package dev.foliospec.explore;

/**
 * What a decision graph says of a point: which rows apply.
 *
 * <p>Where one row applies it comes first, followed by the alternatives to it.
 */
final class Verdict {
  final PointKind kind;

  /** Numbers of the candidates that apply. */
  final int[] candidates;

  /** Numbers of the {@code pass} rows that let the point through. */
  final int[] passed;

  /** Whether a check answers. */
  final boolean byCheck;

  /** Whether the exploration of reachable states came here. */
  boolean visited;

  /** Whether a fault of this verdict is on record already. */
  boolean reported;

  Verdict(PointKind kind, int[] candidates, int[] passed, boolean byCheck) {
    this.kind = kind;
    this.candidates = candidates;
    this.passed = passed;
    this.byCheck = byCheck;
  }
}
