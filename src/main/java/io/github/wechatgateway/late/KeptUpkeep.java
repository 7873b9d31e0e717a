package io.github.wechatgateway.late;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that finds what is kept, and takes off the disk what is given. */
final class KeptUpkeep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KeptUpkeep.class);

  /** Milliseconds. */
  private static final int PERIOD = 500;

  /** From one look for what is too old to the next. */
  private static final Duration DROPS = Duration.ofMinutes(1);

  private final KeptAnswers answers;
  private final KeptQueue queue;
  private final KeptIndex index;
  private final Givings givings;
  private final Clock clock;

  /** What is still to be settled on disk; at most as many as are kept. */
  private final Queue<Givings.Ended> given = new ArrayDeque<>();

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(task -> KeptAnswers.daemon(task, "kept-upkeep"));
  private boolean loaded;
  private boolean failing;
  private Instant nextDrop = Instant.MIN;

  KeptUpkeep(KeptAnswers answers, KeptQueue queue, KeptIndex index, Givings givings, Clock clock) {
    this.answers = answers;
    this.queue = queue;
    this.index = index;
    this.givings = givings;
    this.clock = clock;
    thread.scheduleWithFixedDelay(this::run, 0, PERIOD, TimeUnit.MILLISECONDS);
  }

  /** What fails is tried again in the next period. */
  private void run() {
    end();
    try {
      load();
      settle();
      dropTooOld();
      failing = false;
    } catch (NoBroker nothingIsKept) {
      thread.shutdown();
    } catch (JMSException | RuntimeException failed) {
      if (!failing && !thread.isShutdown()) {
        LOG.warn("{}: {}; it is tried again and again", Queues.KEPT, failed.toString());
      }
      failing = true;
    }
  }

  private void end() {
    for (Givings.Ended ended : givings.ended()) {
      if (ended.written()) {
        given.add(ended);
      } else {
        index.unmark(ended.id());
      }
    }
  }

  private void load() throws JMSException {
    if (!loaded) {
      queue.forEach(answers::noted);
      loaded = true;
    }
  }

  private void settle() throws JMSException {
    for (Givings.Ended ended = given.peek(); ended != null; ended = given.peek()) {
      queue.settle(ended.id(), ended.rest());
      if (ended.rest().isPresent()) {
        index.unmark(ended.id());
      } else {
        index.remove(ended.id());
      }
      given.remove();
    }
  }

  private void dropTooOld() throws JMSException {
    Instant now = clock.instant();
    if (!now.isBefore(nextDrop)) {
      answers.dropTooOld(now);
      nextDrop = now.plus(DROPS);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
