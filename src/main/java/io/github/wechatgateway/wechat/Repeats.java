package io.github.wechatgateway.wechat;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;

/**
 * How often a call is repeated.
 *
 * @param most times
 * @param first milliseconds before the first; each further wait is twice as long
 * @param after runs what it is given so many milliseconds later
 */
record Repeats(int most, int first, LongFunction<Executor> after) {

  static Repeats of(int most, int first) {
    return new Repeats(
        most,
        first,
        millis -> CompletableFuture.delayedExecutor(millis, MILLISECONDS, Runnable::run));
  }

  /** Milliseconds until the next, after so many tries: up to half longer, not all at once. */
  long delay(int tries) {
    long delay = (long) first << (tries - 1);
    return delay + ThreadLocalRandom.current().nextLong(delay / 2 + 1);
  }

  /** Milliseconds that a caller may be kept waiting. */
  long longest() {
    return (long) first << most;
  }
}
