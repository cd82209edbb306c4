package dev.foliospec.explore;

/**
 * How far an exploration goes.
 *
 * @param states reachable states
 * @param points pairs of a reachable state and an input
 * @param inputs inputs of one policy
 */
public record Limits(int states, int points, int inputs) {
  /** Five million states. */
  public static final Limits USUAL = new Limits(5_000_000, 100_000_000, 1_000_000);

  /** The usual limits but for the number of states. */
  public static Limits states(int states) {
    return new Limits(states, USUAL.points(), USUAL.inputs());
  }
}
