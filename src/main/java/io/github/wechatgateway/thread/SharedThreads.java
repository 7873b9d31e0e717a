package io.github.wechatgateway.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Threads of which none gets more than a share: an account whose calls hang does not stop the
 * others, nor do slow handlers of texts those of clicks.
 *
 * <p>It has no limit of its own for what waits: whoever fills it has one.
 */
public final class SharedThreads {
  private final Executor threads;
  private final Executor next;
  private final int share;
  private final Map<String, Line> lines = new ConcurrentHashMap<>();

  /**
   * Makes lines for threads.
   *
   * @param next runs a task that another gives as its last act
   */
  public SharedThreads(Executor threads, Executor next, int share) {
    this.threads = threads;
    this.next = next;
    this.share = share;
  }

  /**
   * Runs a task, now or when its line has a thread.
   *
   * @param line whose tasks have a share together: an account, a kind of message
   * @param task throws nothing
   */
  public void execute(String line, Runnable task) {
    lines.computeIfAbsent(line, name -> new Line()).execute(task);
  }

  /** The tasks of one line: how many run, and those that wait for its share. */
  private final class Line {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int running;

    void execute(Runnable task) {
      synchronized (this) {
        if (running >= share) {
          waiting.add(task);
          return;
        }
        running++;
      }
      start(task, threads);
    }

    private void start(Runnable task, Executor on) {
      try {
        on.execute(() -> run(task));
      } catch (RuntimeException | Error noThread) {
        synchronized (this) {
          running--;
        }
        throw noThread;
      }
    }

    /** And then the next, behind those of other lines. */
    private void run(Runnable task) {
      try {
        task.run();
      } finally {
        Runnable waited = poll();
        if (waited != null) {
          start(waited, next);
        }
      }
    }

    private synchronized @Nullable Runnable poll() {
      Runnable waited = waiting.poll();
      if (waited == null) {
        running--;
      }
      return waited;
    }
  }
}
