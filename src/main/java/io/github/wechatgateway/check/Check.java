package io.github.wechatgateway.check;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * One thing to find out. It may hold its thread: a check is a process of its own.
 *
 * @param limit after which nobody waits for it
 * @param whenLate what to do if it takes longer
 */
public record Check(String name, Duration limit, Callable<Finding> work, String whenLate) {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  Check(String name, Callable<Finding> work, String whenLate) {
    this(name, LIMIT, work, whenLate);
  }

  Check within(Duration most) {
    return limit.compareTo(most) <= 0 ? this : new Check(name, most, work, whenLate);
  }

  Finding run() {
    try {
      return work.call();
    } catch (Exception unexpected) { // its text may hold what must not be told
      return Finding.problem(unexpected.getClass().getSimpleName(), whenLate);
    }
  }

  Finding late() {
    return Finding.problem("not done within %.1f s".formatted(limit.toMillis() / 1e3), whenLate);
  }
}
