package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.failedStage;

import jakarta.jms.CompletionListener;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A message on its way to the disk. */
final class Put implements CompletionListener {
  private final String queue;
  private final String text;
  private final PutOptions options;
  private final @Nullable Instant due;
  private final Duration time;
  private final BooleanSupplier unbroken;
  private final CompletableFuture<Void> stored = new CompletableFuture<>();

  /**
   * Begins.
   *
   * @param due null: at once
   * @param time after which it has failed
   */
  Put(
      String queue,
      String text,
      PutOptions options,
      @Nullable Instant due,
      Duration time,
      Journal journal) {
    this.queue = queue;
    this.text = text;
    this.options = options;
    this.due = due;
    this.time = time;
    this.unbroken = journal.unbroken();
    stored.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Fails with {@link NotStored} alone. */
  CompletionStage<Void> stored() {
    return stored.exceptionallyCompose(failed -> failedStage(told(failed)));
  }

  private NotStored told(Throwable failed) {
    if (failed instanceof NotStored told) {
      return told;
    }
    return failed instanceof TimeoutException
        ? new NotStored("not on disk within %d ms".formatted(time.toMillis()))
        : new NotStored("refused by the broker: " + failed.getMessage());
  }

  /** Is run when it has ended, on whose thread it may be. */
  void then(Runnable action) {
    stored.whenComplete((done, failed) -> action.run());
  }

  /** Not if it has ended already. */
  void send(@Nullable PutSession session) {
    if (stored.isDone()) {
      return;
    }
    if (session == null) {
      fail("no connection to the broker");
      return;
    }
    try {
      session.send(queue, text, options, due, this);
    } catch (JMSException | RuntimeException notSent) {
      stored.completeExceptionally(notSent);
    }
  }

  void fail(String why) {
    stored.completeExceptionally(new NotStored(why));
  }

  @Override
  public void onCompletion(Message message) {
    if (unbroken.getAsBoolean()) {
      stored.complete(null);
    } else {
      fail("the broker ended, with an error of the disk or its stop: it may be on disk, or not");
    }
  }

  @Override
  public void onException(Message message, Exception refused) {
    stored.completeExceptionally(refused);
  }
}
