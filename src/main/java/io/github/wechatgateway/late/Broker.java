package io.github.wechatgateway.late;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.impl.ActiveMQServerImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ActiveMQ Artemis in this process, with its journal in a folder. What it has taken is on disk, and
 * comes back with the next start, however this process ends.
 */
public final class Broker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Broker.class);

  /** Brokers of one process are told apart by number. */
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String url;
  private final JournalFolder folder;
  private final BrokerLimits limits;
  private final ActiveMQServer server;

  private Broker(String url, JournalFolder folder, BrokerLimits limits, ActiveMQServer server) {
    this.url = url;
    this.folder = folder;
    this.limits = limits;
    this.server = server;
  }

  /**
   * Starts it, which takes a thread for as long as the journal takes to read.
   *
   * @param path made, for its owner alone, where there is none
   * @throws JournalUnusable at once if another process uses the folder, or it can't be written
   */
  public static Broker start(Path path, BrokerLimits limits) throws JournalUnusable {
    JournalFolder folder = JournalFolder.take(path);
    String url = "vm://" + NUMBERS.getAndIncrement();
    try {
      ActiveMQServer server =
          new ActiveMQServerImpl(BrokerConfiguration.of(folder.path(), url, limits));
      Broker broker = new Broker(url, folder, limits, server);
      broker.start();
      return broker;
    } catch (Exception failed) {
      folder.close();
      throw failed instanceof JournalUnusable told
          ? told
          : folder.unusable("no broker starts on it", failed);
    }
  }

  private void start() throws Exception {
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    server.registerActivationFailureListener(failure::set);
    server.start();
    long most = limits.startTime().toMillis();
    if (!server.waitForActivation(most, TimeUnit.MILLISECONDS) || failure.get() != null) {
      stop();
      throw folder.unusable("no broker starts on it", failure.get());
    }
  }

  /** Where {@link Connections} finds it. */
  public String url() {
    return url;
  }

  /** Not after a stop, nor after an error of the disk, with which the broker stops by itself. */
  public boolean running() {
    return server.isActive();
  }

  /** Whether the disk has no room: what is put now would wait until it has. */
  public boolean full() {
    return server.getPagingManager().isDiskFull();
  }

  /** Stops it, within its limit of time. */
  @Override
  public void close() {
    Thread stopping = new Thread(this::stop, "stop-broker");
    stopping.setDaemon(true);
    stopping.start();
    try {
      stopping.join(limits.stopTime().toMillis());
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    if (stopping.isAlive()) {
      LOG.warn("The broker takes longer to stop than {}: it is left behind", limits.stopTime());
    } else {
      folder.close(); // else it still writes there
    }
  }

  private void stop() {
    try {
      server.stop();
    } catch (Exception stoppedAnyway) {
      LOG.warn("The broker's stop failed", stoppedAnyway);
    }
  }
}
