package io.github.wechatgateway.late;

import io.github.wechatgateway.record.Records;
import jakarta.jms.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The answers that are on their way to their users: on disk from the end of {@link #put} until
 * WeChat has taken their last part.
 *
 * <p>The parts of an answer go out in their order, and so do the answers of a user. Only after a
 * restart a later answer may overtake one that waits for its repeat.
 */
public final class Outbox implements AutoCloseable {
  private final SharedConnection connection;
  private final OutboxLimits limits;
  private final Records records;
  private final Clock clock;
  private final Buckets buckets;
  private final Puts puts;
  private final Stop stop = new Stop(Queues.OUTBOXES);

  /**
   * Puts through the one, takes through the other; connects with the first {@link #take}.
   *
   * @param clock that the broker goes by, too: the machine's
   */
  public Outbox(
      Puts puts, ConnectionFactory broker, OutboxLimits limits, Records records, Clock clock) {
    this.puts = puts;
    this.connection = new SharedConnection(broker);
    this.limits = limits;
    this.records = records;
    this.clock = clock;
    this.buckets = new Buckets(limits.perAccount());
  }

  /**
   * Puts an answer on disk, unless one with its id, and as much of it sent, was put before: the
   * broker remembers the ids of some time. Holds nobody's thread.
   *
   * @return ends when it is on disk, on a thread of the broker's, which must not be held; fails
   *     with {@link NotStored}, or with what the broker says
   */
  public CompletionStage<Void> put(OutboxMessage message) {
    return put(message, Duration.ZERO);
  }

  /** The same, of an answer that is not sent before some time is over. */
  CompletionStage<Void> put(OutboxMessage message, Duration delay) {
    PutOptions options = PutOptions.NONE.id(putId(message)).delay(delay);
    return puts.put(queueOf(message), QueueText.OUTBOX.write(message), options);
  }

  /**
   * The rest of an answer does not stand for the whole: the reply with its beginning may not have
   * come through, and the next try for the same message may be answered later.
   */
  private static String putId(OutboxMessage message) {
    return message.sent() == 0 ? message.id() : message.id() + " from " + message.sent();
  }

  /** The queue in which it waits. */
  String queueOf(OutboxMessage message) {
    return buckets.queueOf(message.account(), message.user());
  }

  /**
   * Begins to take answers, from several users at a time and from each one after the other, as soon
   * as there is a connection, and again when there is one after a loss.
   *
   * @param send sends the next message of an answer. What it throws or fails with is a failure as
   *     {@link Result.TryAgain} is
   * @param keep what becomes of {@link Result.Keep}
   */
  public void take(Function<OutboxMessage, CompletionStage<Result>> send, Keep keep) {
    IntStream.range(0, Queues.OUTBOXES)
        .mapToObj(Queues::outbox)
        .map(queue -> new Sender(queue, send, keep, limits, records, clock))
        .forEach(this::start);
  }

  private void start(Sender sender) {
    Thread thread = new Thread(new SenderThread(connection, sender, stop), sender.queue());
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes nothing more, and waits so long for what is being sent: else that is sent again. */
  public void drain(Duration time) {
    stop.request(time);
  }

  /** Drops the connection; what is not settled stays on disk. */
  @Override
  public void close() {
    stop.request(Duration.ZERO);
    connection.close();
  }
}
