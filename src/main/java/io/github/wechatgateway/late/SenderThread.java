package io.github.wechatgateway.late;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sender with its session, until the stop; after an error of the broker's with a new one. */
final class SenderThread implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(SenderThread.class);

  /** Seconds. */
  private static final int AFTER_ERROR = 1;

  private final SharedConnection connection;
  private final Sender sender;
  private final Stop stop;

  SenderThread(SharedConnection connection, Sender sender, Stop stop) {
    this.connection = connection;
    this.sender = sender;
    this.stop = stop;
  }

  @Override
  public void run() {
    try {
      boolean stopped = stop.isRequested();
      while (!stopped) {
        takeUntilError();
        stopped = stop.await(AFTER_ERROR, TimeUnit.SECONDS);
      }
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void takeUntilError() throws InterruptedException {
    try (Session session = connection.session()) {
      take(session);
    } catch (JMSException | RuntimeException broken) {
      if (!stop.isRequested() && connection.isUp()) { // else it is told once for all
        LOG.warn("{}: {}; what it was at is taken again", sender.queue(), broken.toString());
      }
    }
  }

  private void take(Session session) throws JMSException, InterruptedException {
    MessageConsumer consumer = session.createConsumer(session.createQueue(sender.queue()));
    Message taken = consumer.receive();
    while (taken != null && stop.begin()) {
      try {
        sender.handle(session, taken);
        session.commit();
      } finally {
        stop.end();
      }
      taken = consumer.receive();
    }
  }
}
