package io.github.wechatgateway.late;

import static java.util.Objects.requireNonNullElse;

import io.github.wechatgateway.record.Records;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Takes answers from one of the outbox's queues, one after the other, and has them sent. */
final class Sender {
  private final String queue;
  private final Function<OutboxMessage, CompletionStage<Result>> send;
  private final Keep keep;
  private final OutboxLimits limits;
  private final Records records;
  private final Clock clock;
  private final Lines lines;

  Sender(
      String queue,
      Function<OutboxMessage, CompletionStage<Result>> send,
      Keep keep,
      OutboxLimits limits,
      Records records,
      Clock clock) {
    this.queue = queue;
    this.send = send;
    this.keep = keep;
    this.limits = limits;
    this.records = records;
    this.clock = clock;
    this.lines = new Lines(limits.maxWaiting());
  }

  String queue() {
    return queue;
  }

  /** One message, within the session's transaction, which the caller ends. */
  void handle(Session session, Message taken) throws JMSException, InterruptedException {
    Returns returns = new Returns(session, queue);
    String text = taken instanceof TextMessage some ? requireNonNullElse(some.getText(), "") : "";
    OutboxMessage message;
    try {
      message = QueueText.OUTBOX.read(text);
    } catch (UnreadableMessage unreadable) {
      String why = String.valueOf(unreadable.getMessage());
      String id = taken.getJMSMessageID();
      String account = QueueText.account(text);
      returns.bury(new DeadLetter(id, account, queue, text, why, 0, 0, clock.millis()));
      return;
    }
    handle(message, new Settle(queue, returns, lines, limits.delays(), keep, records));
  }

  private void handle(OutboxMessage message, Settle settle)
      throws JMSException, InterruptedException {
    Instant now = clock.instant();
    Optional<Instant> turn = lines.turn(message, now);
    if (isTooOld(message, now)) {
      String last = message.lastFailure().isEmpty() ? "" : ", " + message.lastFailure();
      settle.bury(message, "older than " + limits.maxAge() + last, 0, now);
    } else if (turn.isPresent()) {
      settle.behind(message, turn.get());
    } else {
      Result result = send(message);
      settle.settle(message, result, clock.instant());
    }
  }

  /** What a program sends was not asked for, and nobody stops waiting for it. */
  private boolean isTooOld(OutboxMessage message, Instant now) {
    return message.origin() == OutboxMessage.Origin.ANSWER
        && Instant.ofEpochMilli(message.since()).plus(limits.maxAge()).isBefore(now);
  }

  /** The thread waits here: the session is its own, and a session does one thing at a time. */
  private Result send(OutboxMessage message) throws InterruptedException {
    try {
      long most = limits.sendTime().toMillis();
      return Objects.requireNonNull(
          send.apply(message).toCompletableFuture().get(most, TimeUnit.MILLISECONDS));
    } catch (ExecutionException failed) {
      return again(failed.getCause() == null ? failed : failed.getCause());
    } catch (TimeoutException | RuntimeException failed) {
      return again(failed);
    }
  }

  /** Its text may quote anything. */
  private static Result again(Throwable failed) {
    return new Result.TryAgain(Duration.ZERO, failed.getClass().getSimpleName(), 0);
  }
}
