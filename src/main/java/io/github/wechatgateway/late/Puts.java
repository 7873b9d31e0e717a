package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.failedStage;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts messages on disk, many with one sync. All go through one session: of two with the same id
 * the second ends after the first, when that is on disk.
 *
 * <p>It connects by itself, and again when the connection breaks. Meanwhile, and while the journal
 * can't be written, nothing waits: puts are refused at once.
 */
public final class Puts implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Puts.class);

  /** Tasks beside the puts, which connect: one for the session that broke, one for the next. */
  private static final int CONNECTS = 8;

  private final ConnectionFactory broker;
  private final Journal journal;
  private final PutLimits limits;
  private final Clock clock;
  private final AtomicReference<@Nullable PutSession> session = new AtomicReference<>();
  private final Set<Put> pending = ConcurrentHashMap.newKeySet();
  private final Semaphore room;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ThreadPoolExecutor thread;

  /**
   * Begins to connect, on a thread of its own.
   *
   * @param journal of the broker
   * @param clock that the broker goes by, too: the machine's
   */
  public Puts(ConnectionFactory broker, Journal journal, PutLimits limits, Clock clock) {
    this.broker = broker;
    this.journal = journal;
    this.limits = limits;
    this.clock = clock;
    this.room = new Semaphore(limits.most());
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(limits.most() + CONNECTS),
            task -> {
              Thread put = new Thread(task, "put");
              put.setDaemon(true);
              return put;
            });
    thread.execute(this::connect);
  }

  @Override
  public @Nullable String unwritable() {
    String why = journal.unwritable();
    return why == null && session.get() == null ? "no connection to the broker" : why;
  }

  @Override
  public BooleanSupplier unbroken() {
    return journal.unbroken();
  }

  /**
   * Puts a text into a queue. Holds nobody's thread.
   *
   * @return ends when it is on disk, on a thread of the broker's, which must not be held; fails
   *     with {@link NotStored}
   */
  public CompletionStage<Void> put(String queue, String text, PutOptions options) {
    String unwritable = unwritable();
    if (unwritable != null) {
      return failedStage(new NotStored(unwritable));
    }
    if (!room.tryAcquire()) {
      return failedStage(
          new NotStored("%d are on their way to the disk already".formatted(limits.most())));
    }
    Instant due = options.delay().isZero() ? null : clock.instant().plus(options.delay());
    Put put = new Put(queue, text, options, due, limits.time(), journal);
    pending.add(put);
    put.then(() -> pending.remove(put));
    try {
      thread.execute(() -> send(put));
    } catch (RejectedExecutionException closing) {
      put.fail("closed");
    }
    return put.stored();
  }

  /** Its room is free when it has both left the queue here and ended. */
  private void send(Put put) {
    put.then(room::release);
    put.send(session.get());
  }

  private void connect() {
    try {
      boolean closing = closed.getCount() == 0;
      while (!closing && !tryToConnect()) {
        closing = closed.await(limits.reconnect().toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean tryToConnect() {
    try {
      PutSession open = PutSession.open(broker);
      session.set(open);
      open.onLoss(() -> lost(open));
      if (closed.getCount() == 0) {
        open.close();
      }
      return true;
    } catch (JMSException | RuntimeException unreachable) {
      LOG.debug("No connection to the broker: {}", unreachable.toString());
      return false;
    }
  }

  private void lost(PutSession broken) {
    if (session.compareAndSet(broken, null)) {
      LOG.warn("The connection to the broker is lost: nothing is put on disk until it is back");
      pending.forEach(put -> put.fail("the connection broke: it may be on disk, or not"));
      broken.close();
      if (closed.getCount() > 0) {
        thread.execute(this::connect);
      }
    }
  }

  /** What is under way then may or may not be on disk. */
  @Override
  public void close() {
    closed.countDown();
    thread.shutdown();
    PutSession open = session.getAndSet(null);
    if (open != null) {
      open.close();
    }
    pending.forEach(put -> put.fail("closed"));
  }
}
