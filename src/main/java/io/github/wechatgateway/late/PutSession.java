package io.github.wechatgateway.late;

import jakarta.jms.CompletionListener;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection to put through, until it breaks. One thread sends; any may close it. */
final class PutSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PutSession.class);

  private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";
  private static final String DUE = "_AMQ_SCHED_DELIVERY";

  private final Connection connection;
  private final Session session;
  private final MessageProducer producer;

  /** Each is asked for once: that is a call. There are as many as queues. */
  private final Map<String, Queue> queues = new HashMap<>();

  private final CompletableFuture<Void> loss = new CompletableFuture<>();

  private PutSession(Connection connection) throws JMSException {
    this.connection = connection;
    connection.setExceptionListener(lost -> loss.complete(null));
    this.session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    this.producer = session.createProducer(null);
  }

  static PutSession open(ConnectionFactory broker) throws JMSException {
    Connection connection = broker.createConnection();
    try {
      return new PutSession(connection);
    } catch (JMSException | RuntimeException broken) {
      connection.close();
      throw broken;
    }
  }

  /** What is done when it breaks; not when it is closed. */
  void onLoss(Runnable then) {
    loss.thenRun(then);
  }

  /**
   * Sends a message on its way.
   *
   * @param due null: now
   */
  void send(
      String queue, String text, PutOptions options, @Nullable Instant due, CompletionListener end)
      throws JMSException {
    Message message = session.createTextMessage(text);
    if (options.id() != null) {
      message.setStringProperty(DUPLICATE_ID, options.id());
    }
    if (due != null) {
      message.setLongProperty(DUE, due.toEpochMilli());
    }
    for (Map.Entry<String, Object> property : options.properties().entrySet()) {
      message.setObjectProperty(property.getKey(), property.getValue());
    }
    producer.send(queue(queue), message, end);
  }

  private Queue queue(String name) throws JMSException {
    Queue queue = queues.get(name);
    if (queue == null) {
      queue = session.createQueue(name);
      queues.put(name, queue);
    }
    return queue;
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (JMSException | RuntimeException closedAnyway) {
      LOG.debug("A connection's end failed: {}", closedAnyway.toString());
    }
  }
}
