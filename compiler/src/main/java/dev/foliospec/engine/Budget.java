package dev.foliospec.engine;

/**
 * What a search may use.
 *
 * @param threads how many it runs on, the caller's included; results do not depend on it
 * @param bytes of heap for all that grows with the number of states
 * @param states the most to find
 * @param progress is told how far it has come
 */
public record Budget(int threads, long bytes, long states, Progress progress) {

  /** Every processor, half of the heap, any number of states, in silence. */
  public static Budget usual() {
    Runtime runtime = Runtime.getRuntime();
    return new Budget(runtime.availableProcessors(), usualBytes(), Long.MAX_VALUE, Progress.NONE);
  }

  /** Half of the largest heap that this JVM would use. */
  public static long usualBytes() {
    return Runtime.getRuntime().maxMemory() / 2;
  }

  public Budget {
    if (threads < 1 || bytes < 0 || states < 1) {
      throw new IllegalArgumentException(threads + " threads, " + bytes + " B, " + states);
    }
  }

  /** The same on so many threads. */
  public Budget onThreads(int threads) {
    return new Budget(threads, bytes, states, progress);
  }

  /** The same within so many bytes. */
  public Budget within(long bytes) {
    return new Budget(threads, bytes, states, progress);
  }

  /** The same for so many states at most. */
  public Budget upTo(long states) {
    return new Budget(threads, bytes, states, progress);
  }

  /** The same, telling somebody how far it has come. */
  public Budget telling(Progress progress) {
    return new Budget(threads, bytes, states, progress);
  }
}
