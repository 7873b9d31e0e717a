package io.github.wechatgateway.late;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What could not be delivered, for who looks at it: one request after the other, on a thread of its
 * own.
 */
public final class DeadLetters implements AutoCloseable {
  private final ConnectionFactory broker;
  private final Clock clock;
  private final ThreadPoolExecutor thread;

  /**
   * Connects when it is asked.
   *
   * @param most requests that wait; more fail with {@link NotStored}
   */
  public DeadLetters(ConnectionFactory broker, int most, Clock clock) {
    this.broker = broker;
    this.clock = clock;
    this.thread =
        new ThreadPoolExecutor(
            0, 1, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(most), DeadLetters::daemon);
  }

  private interface Request<T> {
    T of(DeadQueue queue) throws JMSException;
  }

  /**
   * Those of an account, the newest first.
   *
   * @param most of them
   */
  public CompletionStage<List<DeadLetter>> list(String account, int most) {
    return ask(queue -> queue.newest(account, most));
  }

  /**
   * Puts one back into the queue from which it came, as if it had never failed.
   *
   * @return false if there is none
   */
  public CompletionStage<Boolean> retry(String account, String id) {
    return ask(queue -> queue.retry(account, id, clock.millis()));
  }

  /**
   * Drops one.
   *
   * @return false if there is none
   */
  public CompletionStage<Boolean> delete(String account, String id) {
    return ask(queue -> queue.delete(account, id));
  }

  private <T> CompletionStage<T> ask(Request<T> request) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      thread.execute(() -> answer(request, answer));
    } catch (RejectedExecutionException tooManyOrClosed) {
      answer.completeExceptionally(new NotStored("too many ask for dead letters at a time"));
    }
    return answer;
  }

  private <T> void answer(Request<T> request, CompletableFuture<T> answer) {
    try (Connection connection = broker.createConnection()) {
      connection.start();
      answer.complete(request.of(new DeadQueue(connection)));
    } catch (JMSException unreachable) {
      answer.completeExceptionally(
          new NotStored("no use of the broker: " + unreachable.getMessage()));
    } catch (RuntimeException failed) {
      answer.completeExceptionally(failed);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "dead-letters");
    thread.setDaemon(true);
    return thread;
  }

  /** Lets what is being done end, for so long. */
  public void drain(Duration time) throws InterruptedException {
    thread.shutdown();
    thread.awaitTermination(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
