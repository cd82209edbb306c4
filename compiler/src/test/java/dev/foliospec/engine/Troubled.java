package dev.foliospec.engine;

import java.util.function.Supplier;

/** A tree of two successors a state, whose last states can't be expanded. */
record Troubled(long ranks, Supplier<? extends Throwable> trouble) implements Space {
  @Override
  public long[] initials() {
    return new long[] {0};
  }

  @Override
  public Expander expander() {
    long[] buffer = new long[2];
    return new Expander() {
      @Override
      public int expand(long state) {
        if (2 * state + 2 >= ranks) {
          Troubled.<RuntimeException>fail(trouble.get());
        }
        buffer[0] = 2 * state + 1;
        buffer[1] = 2 * state + 2;
        return 2;
      }

      @Override
      public long[] buffer() {
        return buffer;
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void fail(Throwable trouble) throws T {
    throw (T) trouble;
  }
}
