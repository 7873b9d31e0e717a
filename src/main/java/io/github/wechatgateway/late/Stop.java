package io.github.wechatgateway.late;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets what has begun end, and nothing else begin. */
final class Stop {
  private final int most;
  private final Semaphore idle;
  private final CountDownLatch requested = new CountDownLatch(1);

  /** For so many at a time. */
  Stop(int most) {
    this.most = most;
    this.idle = new Semaphore(most);
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  /** Waits for it; true if it has come. */
  boolean await(long time, TimeUnit unit) throws InterruptedException {
    return requested.await(time, unit);
  }

  /** Whether something may begin; then {@link #end} has to follow. */
  boolean begin() {
    boolean begun = idle.tryAcquire();
    if (begun && isRequested()) { // only now: the request waits for what it finds begun
      idle.release();
      return false;
    }
    return begun;
  }

  void end() {
    idle.release();
  }

  /** Waits so long for what has begun. */
  void request(Duration time) {
    requested.countDown();
    try {
      if (idle.tryAcquire(most, time.toMillis(), TimeUnit.MILLISECONDS)) {
        idle.release(most);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
