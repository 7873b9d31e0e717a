package io.github.wechatgateway.claim;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where handlers run, which may block: a virtual thread each on JDK 21 and later, else a pool of
 * threads, of which the handlers of one kind of message get at most a half. So slow answers to
 * texts do not delay those to clicks.
 *
 * <p>It has no limit of its own for what waits: whoever fills it has one.
 */
public final class HandlerPool {
  private final Executor threads;
  private final int share;
  private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

  private HandlerPool(Executor threads, int share) {
    this.threads = threads;
    this.share = share;
  }

  /** Makes one, with so many threads on JDK 17. */
  public static HandlerPool of(int threads) {
    return Runtime.version().feature() >= 21
        ? new HandlerPool(virtual(), Integer.MAX_VALUE)
        : new HandlerPool(platform(threads), Math.max(1, threads / 2));
  }

  /**
   * Runs a handler, now or when its kind has a thread.
   *
   * @param handler throws nothing
   */
  void execute(String kind, Runnable handler) {
    kinds.computeIfAbsent(kind, name -> new Kind()).execute(handler);
  }

  private static Executor platform(int threads) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, "handler-" + number.incrementAndGet()));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static Executor virtual() {
    try { // compiled for 17, which does not have it
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException everyJdkFrom21HasIt) {
      throw new LinkageError("newVirtualThreadPerTaskExecutor", everyJdkFrom21HasIt);
    }
  }

  /** The handlers of one kind: those that run, and those that wait for their share. */
  private final class Kind {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    void execute(Runnable handler) {
      synchronized (this) {
        if (running >= share) {
          waiting.add(handler);
          return;
        }
        running++;
      }
      try {
        threads.execute(() -> run(handler));
      } catch (RuntimeException | Error noThread) {
        synchronized (this) {
          running--;
        }
        throw noThread;
      }
    }

    /** And, on the same thread, what waits for its share. */
    private void run(Runnable handler) {
      for (Runnable next = handler; next != null; next = next()) {
        next.run();
      }
    }

    private synchronized @Nullable Runnable next() {
      Runnable next = waiting.poll();
      if (next == null) {
        running--;
      }
      return next;
    }
  }
}
