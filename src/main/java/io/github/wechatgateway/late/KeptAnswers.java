package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.completedStage;

import com.github.benmanes.caffeine.cache.Ticker;
import io.github.wechatgateway.observe.Counters;
import io.github.wechatgateway.record.After.What;
import io.github.wechatgateway.record.Records;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that can reach their users in one way alone: as the reply to the next message. They are
 * on disk until they are given; who has one is in memory.
 *
 * <p>An answer leaves the disk six seconds after it was written to WeChat: until then another try
 * may need it. If the process ends before, the user may get it again.
 *
 * <p>After a start the answers of the time before are found within moments, as soon as the broker
 * is there; who writes before that gets his with the message after.
 */
public final class KeptAnswers implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptAnswers.class);

  private final SharedConnection connection;
  private final KeptLimits limits;
  private final Counters counters;
  private final Records records;
  private final Clock clock;
  private final KeptIndex index;
  private final Givings givings;
  private final KeptQueue queue;
  private final Puts puts;
  private final ThreadPoolExecutor reader;
  private final KeptUpkeep upkeep;

  /** Connects, and begins to look for what is kept. */
  KeptAnswers(
      Puts puts,
      ConnectionFactory broker,
      KeptLimits limits,
      Counters counters,
      Records records,
      Clock clock) {
    this(puts, broker, limits, counters, records, clock, Ticker.systemTicker());
  }

  KeptAnswers(
      Puts puts,
      ConnectionFactory broker,
      KeptLimits limits,
      Counters counters,
      Records records,
      Clock clock,
      Ticker ticker) {
    this.puts = puts;
    this.limits = limits;
    this.counters = counters;
    this.records = records;
    this.clock = clock;
    this.connection = new SharedConnection(broker);
    this.index = new KeptIndex(limits.maxKept());
    this.givings = new Givings(ticker);
    this.queue = new KeptQueue(connection);
    this.reader =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.maxReads()),
            task -> daemon(task, "kept-read"));
    this.upkeep = new KeptUpkeep(this, queue, index, givings, clock);
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Puts an answer on disk, unless one with its id was put before.
   *
   * @return ends when it is on disk, on a thread of the broker's, which must not be held; fails
   *     with {@link NotStored}, or with what the broker says
   */
  public CompletionStage<Void> put(OutboxMessage answer) {
    return puts.put(Queues.KEPT, QueueText.OUTBOX.write(answer), KeptQueue.options(answer))
        .thenRun(() -> noted(answer));
  }

  /** An answer that somebody else has put on disk. */
  public void noted(OutboxMessage answer) {
    for (KeptIndex.Place gone : index.add(answer)) {
      dropped(gone.account(), gone.id(), "number", "more are kept than " + limits.maxKept());
    }
  }

  /** Whether the user may have one: of who has none nothing is read. Memory alone, no lock. */
  public boolean has(String account, String user) {
    return index.has(account, user);
  }

  /**
   * Takes the user's oldest answer for one message: no other gives it until that one's {@link
   * #written} or {@link #stays}, or its tries are over. It stays on disk.
   *
   * @param by the key of the message; if it asks again it gets the same
   * @return the answer, on a thread that must not be held; empty if there is none, or if it is not
   *     read in time
   */
  public CompletionStage<Optional<OutboxMessage>> oldest(String account, String user, String by) {
    Optional<String> id =
        givings.answerOf(by).or(() -> index.mark(account, user, oldest(clock.instant())));
    if (id.isEmpty()) {
      return completedStage(Optional.empty());
    }
    givings.begin(by, id.get());
    return read(id.get())
        .handle(
            (found, failed) -> {
              if (failed == null && found.isPresent()) {
                return found;
              }
              if (failed == null) {
                index.remove(id.get());
              }
              stays(by);
              return Optional.empty();
            });
  }

  /** What stays of the answer that this message gives when it is written: else nothing does. */
  public void leaves(String by, OutboxMessage rest) {
    givings.leaves(by, rest);
  }

  /**
   * A try of this message was answered. Does nothing if it gives no kept answer.
   *
   * @param last whether WeChat asks for it no more
   */
  public void written(String by, boolean last) {
    givings
        .written(by, last)
        .ifPresent(
            given ->
                records
                    .of(given.id())
                    .then(given.rest().isPresent() ? What.PART_GIVEN : What.GIVEN, 0, 0, "", by));
  }

  /**
   * This message does not give its kept answer: it was answered with something else, or its last
   * try was closed before. Another message may. Does nothing once it is {@link #written}.
   */
  public void stays(String by) {
    givings.stays(by).ifPresent(ended -> index.unmark(ended.id()));
  }

  private CompletableFuture<Optional<OutboxMessage>> read(String id) {
    CompletableFuture<Optional<OutboxMessage>> read = new CompletableFuture<>();
    read.orTimeout(limits.readTime().toMillis(), TimeUnit.MILLISECONDS);
    try {
      reader.execute(() -> read(id, read));
    } catch (RejectedExecutionException tooManyOrClosed) {
      read.completeExceptionally(tooManyOrClosed);
    }
    return read;
  }

  private void read(String id, CompletableFuture<Optional<OutboxMessage>> read) {
    if (read.isDone()) {
      return;
    }
    try {
      read.complete(queue.read(id));
    } catch (JMSException | RuntimeException failed) {
      LOG.warn("messageKey={}: its kept answer can't be read, {}", id, failed.toString());
      read.completeExceptionally(failed);
    }
  }

  private Instant oldest(Instant now) {
    return now.minus(limits.maxAge());
  }

  /** All that are too old leave the disk. */
  void dropTooOld(Instant now) throws JMSException {
    queue.dropOlder(
        oldest(now),
        gone -> {
          index.remove(gone.id());
          dropped(gone.account(), gone.id(), "age", "it is older than " + limits.maxAge());
        });
  }

  private void dropped(String account, String id, String reason, String why) {
    LOG.warn("account={} messageKey={}: its kept answer is dropped, {}", account, id, why);
    counters.droppedKept(account, reason);
    records.of(id).then(What.DROPPED, 0, 0, why, "");
  }

  /** What is being given may be given again: it is on disk. */
  @Override
  public void close() {
    upkeep.close();
    reader.shutdownNow();
    connection.close();
  }
}
