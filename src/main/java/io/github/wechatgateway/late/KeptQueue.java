package io.github.wechatgateway.late;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue of kept answers. Its methods hold the thread, and fail while the broker is away; each
 * has a session of its own.
 */
final class KeptQueue {
  private static final Logger LOG = LoggerFactory.getLogger(KeptQueue.class);

  private static final String ID = "wechatId";
  private static final String ACCOUNT = "wechatAccount";
  private static final String SINCE = "wechatSince";

  /** Milliseconds in which the broker finds a message of a queue that is long. */
  private static final long FIND = 1_000;

  private final SharedConnection connection;

  KeptQueue(SharedConnection connection) {
    this.connection = connection;
  }

  /** The queue takes one of an id, and finds it by the properties. */
  static PutOptions options(OutboxMessage answer) {
    return PutOptions.NONE
        .id(answer.id())
        .property(ID, answer.id())
        .property(ACCOUNT, answer.account())
        .property(SINCE, answer.since());
  }

  /** An answer as a message for this queue. */
  static Message message(Session session, OutboxMessage answer) throws JMSException {
    Message message = session.createTextMessage(QueueText.OUTBOX.write(answer));
    for (Map.Entry<String, Object> property : options(answer).properties().entrySet()) {
      message.setObjectProperty(property.getKey(), property.getValue());
    }
    return message;
  }

  /** All, the oldest first. */
  void forEach(Consumer<OutboxMessage> action) throws JMSException {
    browse(null, action);
  }

  Optional<OutboxMessage> read(String id) throws JMSException {
    OutboxMessage[] found = new OutboxMessage[1];
    browse(is(id), answer -> found[0] = answer);
    return Optional.ofNullable(found[0]);
  }

  /** Takes it off the disk, or leaves the rest of it there. */
  void settle(String id, Optional<OutboxMessage> rest) throws JMSException {
    try (Session session = connection.session()) {
      Queue queue = session.createQueue(Queues.KEPT);
      MessageConsumer consumer = session.createConsumer(queue, is(id));
      if (consumer.receive(FIND) == null) {
        return; // it was the oldest of too many, or too old
      }
      if (rest.isPresent()) {
        session.createProducer(queue).send(message(session, rest.get()));
      }
      session.commit();
    }
  }

  /** Takes those off the disk that are older, and tells their ids and accounts. */
  void dropOlder(Instant than, Consumer<Dropped> action) throws JMSException {
    String older = SINCE + " < " + than.toEpochMilli();
    try (Session session = connection.session()) {
      MessageConsumer consumer = session.createConsumer(session.createQueue(Queues.KEPT), older);
      Message next = consumer.receiveNoWait();
      while (next != null) {
        session.commit();
        action.accept(new Dropped(next.getStringProperty(ID), next.getStringProperty(ACCOUNT)));
        next = consumer.receiveNoWait();
      }
    }
  }

  record Dropped(String id, String account) {}

  private void browse(@Nullable String selector, Consumer<OutboxMessage> action)
      throws JMSException {
    try (Session session = connection.session();
        QueueBrowser browser = session.createBrowser(session.createQueue(Queues.KEPT), selector)) {
      Enumeration<?> messages = browser.getEnumeration();
      while (messages.hasMoreElements()) {
        Message message = (Message) messages.nextElement();
        try {
          action.accept(QueueText.OUTBOX.read(message.getBody(String.class)));
        } catch (UnreadableMessage unreadable) {
          LOG.warn(
              "{}, messageKey={}: {}; it is not given",
              Queues.KEPT,
              message.getStringProperty(ID),
              unreadable.getMessage());
        }
      }
    }
  }

  private static String is(String id) {
    return ID + " = '" + id.replace("'", "''") + "'";
  }
}
