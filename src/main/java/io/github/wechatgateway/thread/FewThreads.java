package io.github.wechatgateway.thread;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * No more threads than are busy, and no more than so many. A {@link
 * java.util.concurrent.ThreadPoolExecutor} of a fixed size starts one for each task until it has
 * them all, though others be idle; one without a queue wakes a thread for each task, which takes
 * longer than most answers. Here who is awake takes what waits, and wakes one more if that is not
 * all.
 *
 * <p>It has no limit of its own for what waits: whoever fills it has one.
 */
public final class FewThreads implements Executor {
  /** For so long a thread waits for more before it is given back. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Executor cached;
  private final int most;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition more = lock.newCondition();

  /** While one is in it, a thread is on its way to it, or all are busy. */
  private final Deque<Runnable> waiting = new ArrayDeque<>();

  private int threads;
  private int idle;

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
    boolean start;
    lock.lock();
    try {
      start = (waiting.isEmpty() || threads == 0) && callThread();
      waiting.add(task);
    } finally {
      lock.unlock();
    }
    if (start) {
      try {
        cached.execute(this::run);
      } catch (RuntimeException | Error noThread) {
        notStarted();
        withdraw(task);
        throw noThread;
      }
    }
  }

  /**
   * Runs a task on the thread of the one that gives it, when that has ended, or on another that is
   * free before: no thread is woken for it.
   *
   * @param task throws nothing
   */
  public void executeNext(Runnable task) {
    lock.lock();
    try {
      waiting.add(task);
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    for (Runnable next = next(); next != null; next = next()) {
      next.run();
    }
  }

  /** What this thread does next; null if that is nothing for a while. */
  private @Nullable Runnable next() {
    Runnable next;
    boolean start;
    lock.lock();
    try {
      if (!awaitTask()) {
        threads--;
        return null;
      }
      next = waiting.remove();
      start = !waiting.isEmpty() && callThread();
    } finally {
      lock.unlock();
    }
    if (start) {
      try {
        cached.execute(this::run);
      } catch (RuntimeException | Error takenByThisThreadLater) {
        notStarted();
      }
    }
    return next;
  }

  private boolean awaitTask() {
    long left = IDLE_NANOS;
    while (waiting.isEmpty() && left > 0) {
      idle++;
      try {
        left = more.awaitNanos(left);
      } catch (InterruptedException end) {
        Thread.currentThread().interrupt();
        left = 0;
      } finally {
        idle--;
      }
    }
    return !waiting.isEmpty();
  }

  /** Wakes one that is idle; true where there is none, but another may be started: it counts. */
  private boolean callThread() {
    if (idle > 0) {
      more.signal();
      return false;
    }
    if (threads >= most) {
      return false;
    }
    threads++;
    return true;
  }

  private void notStarted() {
    lock.lock();
    try {
      threads--;
    } finally {
      lock.unlock();
    }
  }

  private void withdraw(Runnable task) {
    lock.lock();
    try {
      waiting.removeLastOccurrence(task);
    } finally {
      lock.unlock();
    }
  }
}
