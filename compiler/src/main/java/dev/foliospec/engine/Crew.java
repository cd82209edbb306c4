package dev.foliospec.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The threads of a search. All but the caller's begin when there is work for several. */
final class Crew implements AutoCloseable {
  private final int threads;

  /** How many states a thread takes at a time. */
  final int block;

  private @Nullable ExecutorService others;

  Crew(int threads) {
    this(threads, Worker.BLOCK);
  }

  Crew(int threads, int block) {
    this.threads = threads;
    this.block = block;
  }

  /** How many threads are worth while for so many states: waking others takes longer than a few. */
  int threads(long states) {
    return states < 4L * block ? 1 : threads;
  }

  /** What each of several threads does; number 0 is the caller's. */
  @FunctionalInterface
  interface Share {
    void of(int thread);
  }

  /**
   * Lets so many threads each do its share, and waits for them.
   *
   * @throws RuntimeException or Error as thrown by one of them
   */
  void work(int many, Share share) {
    if (many == 1) {
      share.of(0);
      return;
    }
    ExecutorService pool = others;
    if (pool == null) {
      pool = Executors.newFixedThreadPool(threads - 1, Crew::thread);
      others = pool;
    }
    List<Future<?>> shares = new ArrayList<>();
    for (int thread = 1; thread < many; thread++) {
      int number = thread;
      shares.add(pool.submit(() -> share.of(number)));
    }
    try {
      share.of(0);
    } finally {
      for (Future<?> each : shares) {
        await(each);
      }
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "foliospec-search");
    thread.setDaemon(true);
    return thread;
  }

  private static void await(Future<?> share) {
    boolean interrupted = false;
    while (true) {
      try {
        share.get();
        break;
      } catch (InterruptedException asked) {
        // The other threads use what this one holds, so it can't leave before them.
        interrupted = true;
      } catch (ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
          throw error;
        }
        if (failure.getCause() instanceof RuntimeException exception) {
          throw exception;
        }
        throw new IllegalStateException(failure);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (others != null) {
      others.shutdown();
    }
  }
}
