package io.github.wechatgateway.claim;

import io.github.wechatgateway.thread.FewThreads;
import io.github.wechatgateway.thread.SharedThreads;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where handlers run, which may block: a virtual thread each on JDK 21 and later, else a pool of
 * threads, of which the handlers of one kind of message get at most a half. So slow answers to
 * texts do not delay those to clicks.
 */
final class HandlerThreads {
  private HandlerThreads() {}

  /** Makes them, so many on JDK 17. */
  static SharedThreads of(int threads) {
    if (Runtime.version().feature() >= 21) {
      Executor each = virtual();
      return new SharedThreads(each, each, Integer.MAX_VALUE);
    }
    FewThreads few = new FewThreads(platform(), threads);
    return new SharedThreads(few, few::executeNext, Math.max(1, threads / 2));
  }

  private static Executor platform() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newCachedThreadPool(
        task -> new Thread(task, "handler-" + number.incrementAndGet()));
  }

  private static Executor virtual() {
    try { // compiled for 17, which does not have it
      return (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    } catch (ReflectiveOperationException everyJdkFrom21HasIt) {
      throw new LinkageError("newVirtualThreadPerTaskExecutor", everyJdkFrom21HasIt);
    }
  }
}
