package io.github.wechatgateway.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * No more threads than are busy, and no more than so many. A {@link
 * java.util.concurrent.ThreadPoolExecutor} of a fixed size starts one for each task until it has
 * them all, though others be idle.
 *
 * <p>It has no limit of its own for what waits: whoever fills it has one.
 */
public final class FewThreads implements Executor {
  private final Executor cached;
  private final int most;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private int busy;

  /**
   * Makes them.
   *
   * @param cached takes an idle thread if there is one, else a new one
   */
  public FewThreads(Executor cached, int most) {
    this.cached = cached;
    this.most = most;
  }

  /**
   * Runs a task, now or when a thread is free.
   *
   * @param task throws nothing
   */
  @Override
  public void execute(Runnable task) {
    synchronized (this) {
      if (busy >= most) {
        waiting.add(task);
        return;
      }
      busy++;
    }
    try {
      cached.execute(() -> run(task));
    } catch (RuntimeException | Error noThread) {
      synchronized (this) {
        busy--;
      }
      throw noThread;
    }
  }

  /** And, on the same thread, what waits. */
  private void run(Runnable task) {
    for (Runnable next = task; next != null; next = next()) {
      next.run();
    }
  }

  private synchronized @Nullable Runnable next() {
    Runnable next = waiting.poll();
    if (next == null) {
      busy--;
    }
    return next;
  }
}
