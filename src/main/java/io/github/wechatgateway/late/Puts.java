package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.failedStage;

import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Puts messages on disk, many with one sync. All go through one session: of two with the same id
 * the second ends after the first, when that is on disk.
 */
final class Puts implements AutoCloseable {
  private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  private final Session session;
  private final MessageProducer producer;
  private final ThreadPoolExecutor thread;
  private final Semaphore room;
  private final int most;
  private final Duration time;

  Puts(Connection connection, int most, Duration time) throws JMSException {
    this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    this.producer = session.createProducer(null);
    this.most = most;
    this.time = time;
    this.room = new Semaphore(most);
    // What has timed out still lies there while the broker holds the thread up.
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(2 * most),
            task -> {
              Thread put = new Thread(task, "outbox-put");
              put.setDaemon(true);
              return put;
            });
  }

  /**
   * Puts a text into a queue, unless one with the id was put there before.
   *
   * @return ends on a thread of the broker's, which must not be held; fails with {@link NotStored},
   *     or with what the broker says
   */
  CompletionStage<Void> put(String queue, String id, String text) {
    if (!room.tryAcquire()) {
      return failedStage(new NotStored("%d are on their way to the disk already".formatted(most)));
    }
    CompletableFuture<Void> stored = new CompletableFuture<>();
    stored.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
    stored.whenComplete((done, failed) -> room.release());
    try {
      thread.execute(() -> send(queue, id, text, stored));
    } catch (RejectedExecutionException closedOrHeldUp) {
      stored.completeExceptionally(new NotStored("the broker takes nothing, or no longer"));
    }
    return stored.exceptionallyCompose(failed -> failedStage(told(failed)));
  }

  private void send(String queue, String id, String text, CompletableFuture<Void> stored) {
    if (stored.isDone()) {
      return;
    }
    try {
      Message message = session.createTextMessage(text);
      message.setStringProperty(DUPLICATE_ID, id);
      producer.send(session.createQueue(queue), message, new Ends(stored));
    } catch (JMSException | RuntimeException notSent) {
      stored.completeExceptionally(notSent);
    }
  }

  private Throwable told(Throwable failed) {
    return failed instanceof TimeoutException
        ? new NotStored("not on disk within %d ms".formatted(time.toMillis()))
        : failed;
  }

  private record Ends(CompletableFuture<Void> stored) implements CompletionListener {
    @Override
    public void onCompletion(Message message) {
      stored.complete(null);
    }

    @Override
    public void onException(Message message, Exception refused) {
      stored.completeExceptionally(refused);
    }
  }

  /** What is under way then may or may not be on disk. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
