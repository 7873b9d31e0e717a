package io.github.wechatgateway.late;

import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.server.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ActiveMQ Artemis in this process, with its journal in a folder. What it has taken is on disk, and
 * comes back with the next start, however this process ends.
 *
 * <p>After an error of the disk, with which Artemis stops, it is started anew, until it works:
 * connections break, and new ones find it again.
 */
public final class Broker implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

  /** Brokers of one process are told apart by number. */
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String url = "vm://" + NUMBERS.getAndIncrement();
  private final JournalFolder folder;
  private final BrokerLimits limits;
  private final Thread thread = new Thread(this::run, "broker");
  private final CountDownLatch closing = new CountDownLatch(1);
  private final CompletableFuture<Void> started = new CompletableFuture<>();

  private boolean failed;
  private volatile @Nullable BrokerRun running;
  private volatile CompletableFuture<Void> ready = started;
  private volatile String stopped = "the broker is starting";

  private Broker(JournalFolder folder, BrokerLimits limits) {
    this.folder = folder;
    this.limits = limits;
    thread.setDaemon(true);
  }

  /**
   * Takes the folder, and starts the broker there on a thread of its own.
   *
   * @param path made, for its owner alone, where there is none
   * @throws JournalUnusable at once if another process uses the folder, or it can't be written
   */
  public static Broker start(Path path, BrokerLimits limits) throws JournalUnusable {
    Broker broker = new Broker(JournalFolder.take(path), limits);
    broker.thread.start();
    return broker;
  }

  /**
   * Whether one runs in this folder, in whatever process. Makes nothing there.
   *
   * @throws IOException if this user may not look
   */
  public static boolean runsIn(Path folder) throws IOException {
    return JournalFolder.isTaken(folder);
  }

  /**
   * Ends with the first start that succeeds; fails with {@link JournalUnusable} if closed first.
   */
  public CompletionStage<Void> started() {
    return started.minimalCompletionStage();
  }

  /** Waits until it runs, for the time of a start at most. */
  void awaitRunning() throws JMSException {
    try {
      ready.get(limits.startTime().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException notInTime) {
      throw new JMSException(stopped);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new JMSException(stopped);
    }
  }

  /** Where a client finds it. */
  String url() {
    return url;
  }

  /** Not before the start nor after the stop, nor while an error of the disk keeps it down. */
  public boolean running() {
    BrokerRun now = running;
    return now != null && !now.hasEnded();
  }

  @Override
  public BooleanSupplier unbroken() {
    BrokerRun now = running;
    return now == null ? () -> false : () -> !now.hasEnded();
  }

  /** Whether the disk has no room: what is put now would wait until it has. */
  public boolean full() {
    BrokerRun now = running;
    return now != null && now.full();
  }

  /** What waits in these queues, as far as it is known. */
  Stream<Queue> queues(Stream<String> names) {
    BrokerRun now = running;
    return now == null || now.hasEnded()
        ? Stream.empty()
        : names.flatMap(name -> Stream.ofNullable(now.queue(name)));
  }

  @Override
  public @Nullable String unwritable() {
    if (!running()) {
      return running == null ? stopped : "the broker does not run: an error of the disk";
    }
    return full() ? "more than %d %% of the disk are in use".formatted(limits.maxDisk()) : null;
  }

  private void run() {
    Duration delay = limits.firstRestart();
    try {
      while (closing.getCount() > 0) {
        delay =
            runOnce() ? limits.firstRestart() : min(delay.multipliedBy(2), limits.lastRestart());
        closing.await(delay.toMillis(), TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    } finally {
      folder.close();
      ready.completeExceptionally(folder.unusable("the broker is stopped", null));
    }
  }

  /** False where it did not even start. */
  private boolean runOnce() throws InterruptedException {
    try {
      BrokerRun run = BrokerRun.start(folder, url, limits);
      begins(run);
      String why = run.awaitEnd();
      ends(why);
      run.stop();
      return true;
    } catch (JournalUnusable unusable) {
      ends(String.valueOf(unusable.getMessage()));
      return false;
    }
  }

  private void begins(BrokerRun run) {
    if (failed) {
      LOG.info("The broker runs again");
    }
    running = run;
    ready.complete(null);
    if (closing.getCount() == 0) {
      run.end();
    }
  }

  private void ends(String why) {
    stopped = "the broker does not run: " + why;
    if (ready.isDone()) {
      ready = new CompletableFuture<>();
    }
    running = null;
    failed = true;
    if (closing.getCount() > 0) {
      LOG.warn("The broker does not run, and is started again: {}", why);
    }
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Stops it, within its limit of time. */
  @Override
  public void close() {
    closing.countDown();
    BrokerRun run = running;
    if (run != null) {
      run.end();
    }
    try {
      thread.join(limits.stopTime().toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    if (thread.isAlive()) {
      LOG.warn("The broker takes longer to stop than {}: it is left behind", limits.stopTime());
    }
  }
}
