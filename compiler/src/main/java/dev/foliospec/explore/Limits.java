package dev.foliospec.explore;

import dev.foliospec.engine.Progress;

/**
 * How far an exploration goes.
 *
 * @param states reachable states
 * @param points pairs of a reachable state and an input
 * @param inputs inputs of one policy
 * @param bytes of heap for all that grows with the number of states
 * @param progress is told how far it has come
 */
public record Limits(int states, int points, int inputs, long bytes, Progress progress) {
  /** Five million states, half of the largest heap that this JVM would use. */
  public static final Limits USUAL = new Limits(
      5_000_000, 100_000_000, 1_000_000, Runtime.getRuntime().maxMemory() / 2, Progress.NONE);

  /** The usual limits but for the number of states. */
  public static Limits states(int states) {
    return USUAL.upTo(states);
  }

  /** The same for so many states at most. */
  public Limits upTo(int states) {
    return new Limits(states, points, inputs, bytes, progress);
  }

  /** The same for so many pairs of a state and an input. */
  public Limits points(int most) {
    return new Limits(states, most, inputs, bytes, progress);
  }

  /** The same within so many bytes. */
  public Limits within(long bytes) {
    return new Limits(states, points, inputs, bytes, progress);
  }

  /** The same, telling somebody how far it has come. */
  public Limits telling(Progress progress) {
    return new Limits(states, points, inputs, bytes, progress);
  }
}
