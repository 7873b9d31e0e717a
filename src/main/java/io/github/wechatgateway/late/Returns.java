package io.github.wechatgateway.late;

import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes back to disk in the transaction of whoever took it: the rest, or why there is none. */
public final class Returns {
  private static final Logger LOG = LoggerFactory.getLogger(Returns.class);

  private static final String DUE = "_AMQ_SCHED_DELIVERY";

  /** What others of its user wait for goes before them. */
  private static final int FIRST = 9;

  private final Session session;
  private final Queue from;
  private final Queue dead;
  private final MessageProducer producer;

  Returns(Session session, String queue) throws JMSException {
    this.session = session;
    this.from = session.createQueue(queue);
    this.dead = session.createQueue(Queues.DEAD);
    this.producer = session.createProducer(null);
  }

  /** Comes out next. */
  void next(OutboxMessage message) throws JMSException {
    send(from, text(message), FIRST);
  }

  /** Comes out then. */
  void later(OutboxMessage message, Instant due) throws JMSException {
    send(from, dueAt(message, due), FIRST);
  }

  /** Comes out then, after what is due by then. */
  void behind(OutboxMessage message, Instant due) throws JMSException {
    send(from, dueAt(message, due), Message.DEFAULT_PRIORITY);
  }

  /** Waits for its user's next message. */
  public void keep(OutboxMessage message) throws JMSException {
    Queue kept = session.createQueue(Queues.KEPT);
    send(kept, KeptQueue.message(session, message), Message.DEFAULT_PRIORITY);
  }

  void bury(DeadLetter letter) throws JMSException {
    Message text = session.createTextMessage(QueueText.DEAD.write(letter));
    DeadQueue.mark(text, letter);
    send(dead, text, Message.DEFAULT_PRIORITY);
    LOG.warn("Given up: {}", letter);
  }

  private Message text(OutboxMessage message) throws JMSException {
    return session.createTextMessage(QueueText.OUTBOX.write(message));
  }

  private Message dueAt(OutboxMessage message, Instant due) throws JMSException {
    Message text = text(message);
    text.setLongProperty(DUE, due.toEpochMilli());
    return text;
  }

  private void send(Queue to, Message text, int priority) throws JMSException {
    producer.send(to, text, DeliveryMode.PERSISTENT, priority, Message.DEFAULT_TIME_TO_LIVE);
  }
}
