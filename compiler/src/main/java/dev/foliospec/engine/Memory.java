package dev.foliospec.engine;

import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes that a search holds, and says no before there are too many. */
final class Memory {
  private final long most;
  private final AtomicLong held = new AtomicLong();

  Memory(long most) {
    this.most = most;
  }

  /** Whether so many more bytes may be held; if so, they are counted from now on. */
  boolean take(long bytes) {
    long before = held.getAndAdd(bytes);
    if (before > most - bytes) {
      held.addAndGet(-bytes);
      return false;
    }
    return true;
  }

  void free(long bytes) {
    held.addAndGet(-bytes);
  }

  /** Bytes held now. */
  long held() {
    return held.get();
  }
}
