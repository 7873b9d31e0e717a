package io.github.wechatgateway.late;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.paging.PagingManager;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServer.SERVER_STATE;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Artemis from one start to its end: it stops by itself with an error of the disk. */
final class BrokerRun {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerRun.class);

  /** Milliseconds between two looks whether it has stopped. */
  private static final int LOOK = 20;

  private final ActiveMQServer server;
  private final CompletableFuture<String> end = new CompletableFuture<>();

  private BrokerRun(ActiveMQServer server) {
    this.server = server;
  }

  /** Takes the thread for as long as the journal takes to read. */
  static BrokerRun start(JournalFolder folder, String url, BrokerLimits limits)
      throws JournalUnusable, InterruptedException {
    BrokerRun run = new BrokerRun(server(folder, url, limits));
    Throwable failure = run.start(limits);
    if (failure != null) {
      run.stop();
      throw folder.unusable("no broker starts on it, " + reason(failure), failure);
    }
    return run;
  }

  private static ActiveMQServer server(JournalFolder folder, String url, BrokerLimits limits)
      throws JournalUnusable {
    try {
      return new ActiveMQServerImpl(BrokerConfiguration.of(folder.path(), url, limits));
    } catch (Exception wrong) {
      throw folder.unusable("no broker can be made for it", wrong);
    }
  }

  private @Nullable Throwable start(BrokerLimits limits) throws InterruptedException {
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    server.registerActivationFailureListener(failed -> failure.compareAndSet(null, failed));
    server.registerIOCriticalErrorListener(
        (cause, message, file) -> {
          end.complete(reason(cause)); // first: the writes that failed are acknowledged next
          failure.compareAndSet(null, cause);
        });
    try {
      server.start();
    } catch (Exception failed) {
      failure.compareAndSet(null, failed);
    }
    long most = limits.startTime().toMillis();
    if (failure.get() == null && !server.waitForActivation(most, TimeUnit.MILLISECONDS)) {
      return new IOException("not started within %d ms".formatted(most));
    }
    return failure.get();
  }

  /** The first of all causes; what is no error of the disk is told by its name alone. */
  private static String reason(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return first instanceof IOException ? first.toString() : first.getClass().getSimpleName();
  }

  /** With an error of the disk, before anything that waited for the disk is told it is there. */
  boolean hasEnded() {
    return end.isDone();
  }

  boolean full() {
    PagingManager paging = server.getPagingManager(); // none while it stops
    return paging != null && paging.isDiskFull();
  }

  /** What waits in a queue; null while there is none. */
  @Nullable Queue queue(String name) {
    return server.locateQueue(SimpleString.of(name));
  }

  /** Lets {@link #awaitEnd} end. */
  void end() {
    end.complete("stopped");
  }

  /** Why it ended, fit for a log. */
  String awaitEnd() {
    return end.join();
  }

  /** Stops it, and waits until nothing of it is left: the next one reads the same files. */
  void stop() throws InterruptedException {
    try {
      server.stop();
    } catch (Exception stoppedAnyway) {
      LOG.warn("The broker's stop failed", stoppedAnyway);
    }
    CountDownLatch never = new CountDownLatch(1);
    while (server.getState() != SERVER_STATE.STOPPED) { // after an error it stops elsewhere
      never.await(LOOK, TimeUnit.MILLISECONDS);
    }
  }
}
