package io.github.wechatgateway.claim;

import static java.util.concurrent.CompletableFuture.completedStage;

import io.github.wechatgateway.step.AsyncStep;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what is in memory alone again and again, until it is on disk: a handler's answer is not to
 * be lost because the disk is full for a while. Its message has a lease on disk, or WeChat still
 * asks for it.
 */
public final class UntilStored {
  private static final Logger LOG = LoggerFactory.getLogger(UntilStored.class);

  /** Seconds; each further wait is twice as long, and the last ones this long. */
  private static final int FIRST = 1;

  private static final int LONGEST = 30;

  private final Executor threads;
  private final BooleanSupplier stopping;

  /**
   * For all messages of a context.
   *
   * @param threads that store again; they are not held
   * @param stopping whether it is too late to try again
   */
  public UntilStored(Executor threads, BooleanSupplier stopping) {
    this.threads = threads;
    this.stopping = stopping;
  }

  /** Ends as the first store that does not fail; true if it is too late for another. */
  CompletionStage<Boolean> of(Exchange message, Supplier<CompletionStage<Boolean>> store) {
    return of(message, store, FIRST);
  }

  private CompletionStage<Boolean> of(
      Exchange message, Supplier<CompletionStage<Boolean>> store, int wait) {
    return store
        .get()
        .exceptionallyCompose(
            failed -> {
              LOG.warn(
                  "account={} messageKey={}: not on disk, tried again in {} s. {}",
                  message.getProperty("wechatAccount"),
                  message.getProperty("wechatMessageKey"),
                  wait,
                  AsyncStep.cause(failed).toString());
              return again(message, store, wait);
            });
  }

  private CompletionStage<Boolean> again(
      Exchange message, Supplier<CompletionStage<Boolean>> store, int wait) {
    return stopping.getAsBoolean()
        ? completedStage(true)
        : CompletableFuture.supplyAsync(
                () -> of(message, store, Math.min(2 * wait, LONGEST)),
                CompletableFuture.delayedExecutor(wait, TimeUnit.SECONDS, threads))
            .thenCompose(stage -> stage);
  }
}
