package io.github.wechatgateway.wechat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The threads that calls hold while they wait for WeChat. No account gets more than its share of
 * them: one whose calls hang does not stop the others.
 *
 * <p>How many wait for a thread is bounded by whoever brings them.
 */
final class CallPool {
  private final Executor threads;
  private final int share;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  CallPool(Executor threads, int share) {
    this.threads = threads;
    this.share = share;
  }

  /**
   * Makes a call, now or when there is a thread.
   *
   * @param line whose calls share: an account
   * @param call throws nothing
   */
  void execute(String line, Runnable call) {
    lines.computeIfAbsent(line, name -> new Line()).execute(call);
  }

  private final class Line {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    void execute(Runnable call) {
      synchronized (this) {
        if (running >= share) {
          waiting.add(call);
          return;
        }
        running++;
      }
      start(call);
    }

    private void start(Runnable call) {
      try {
        threads.execute(() -> run(call));
      } catch (RuntimeException | Error noThread) {
        synchronized (this) {
          running--;
        }
        throw noThread;
      }
    }

    /** And then the next, behind those of other accounts. */
    private void run(Runnable call) {
      try {
        call.run();
      } finally {
        Runnable next = next();
        if (next != null) {
          start(next);
        }
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
