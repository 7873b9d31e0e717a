package io.github.wechatgateway.sandbox.delivery;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers for messages, 19 digits long as many of WeChat's are; none comes twice. */
final class MsgIds {
  private static final long PER_MILLISECOND = 1_000_000;

  private final InstantSource clock;
  private final AtomicLong last = new AtomicLong();

  MsgIds(InstantSource clock) {
    this.clock = clock;
  }

  /** Grows with the time, so that those of an earlier start don't come back. */
  long next() {
    long now = clock.millis() * PER_MILLISECOND;
    return last.updateAndGet(before -> Math.max(before + 1, now));
  }
}
