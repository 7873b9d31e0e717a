package io.github.wechatgateway.late;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The queue of dead letters, over one connection. Each is found by its properties. */
final class DeadQueue {
  private static final String ID = "wechatId";
  private static final String ACCOUNT = "wechatAccount";

  /** Milliseconds in which the broker finds what is there, and may be on disk alone. */
  private static final long LOOKING = 5_000;

  private final Connection connection;

  DeadQueue(Connection connection) {
    this.connection = connection;
  }

  /** By which one is found later: properties of the message that has its text. */
  static Map<String, Object> properties(DeadLetter letter) {
    return Map.of(ID, letter.id(), ACCOUNT, letter.account());
  }

  static void mark(Message text, DeadLetter letter) throws JMSException {
    for (Map.Entry<String, Object> property : properties(letter).entrySet()) {
      text.setObjectProperty(property.getKey(), property.getValue());
    }
  }

  List<DeadLetter> newest(String account, int most) throws JMSException {
    Deque<DeadLetter> newest = new ArrayDeque<>();
    try (Session session = connection.createSession();
        QueueBrowser browser =
            session.createBrowser(session.createQueue(Queues.DEAD), is(ACCOUNT, account))) {
      for (Enumeration<?> all = browser.getEnumeration(); all.hasMoreElements(); ) {
        newest.addFirst(read((Message) all.nextElement()));
        if (newest.size() > most) {
          newest.removeLast();
        }
      }
    }
    return List.copyOf(newest);
  }

  boolean retry(String account, String id, long now) throws JMSException {
    try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      Message taken = take(session, account, id);
      if (taken != null) {
        DeadLetter letter = read(taken);
        Queue back = session.createQueue(letter.queue());
        session.createProducer(back).send(session.createTextMessage(anew(letter, now)));
        session.commit();
      }
      return taken != null;
    }
  }

  boolean delete(String account, String id) throws JMSException {
    try (Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
      boolean found = take(session, account, id) != null;
      session.commit();
      return found;
    }
  }

  private static @Nullable Message take(Session session, String account, String id)
      throws JMSException {
    Queue dead = session.createQueue(Queues.DEAD);
    String wanted = is(ACCOUNT, account) + " AND " + is(ID, id);
    try (QueueBrowser browser = session.createBrowser(dead, wanted)) {
      if (!browser.getEnumeration().hasMoreElements()) {
        return null; // a consumer would wait for one
      }
    }
    try (MessageConsumer consumer = session.createConsumer(dead, wanted)) {
      return consumer.receive(LOOKING);
    }
  }

  private static DeadLetter read(Message message) throws JMSException {
    try {
      return QueueText.DEAD.read(message.getBody(String.class));
    } catch (UnreadableMessage unreadable) {
      String id = String.valueOf(message.getStringProperty(ID));
      String account = String.valueOf(message.getStringProperty(ACCOUNT));
      return new DeadLetter(
          id, account, Queues.DEAD, "", "unreadable", 0, 0, message.getJMSTimestamp());
    }
  }

  /** What is of another kind, or can't be read, goes back as it is. */
  private static String anew(DeadLetter letter, long now) {
    try {
      return letter.queue().startsWith(Queues.OUTBOX)
          ? QueueText.OUTBOX.write(QueueText.OUTBOX.read(letter.message()).anew(now))
          : QueueText.LATE.write(QueueText.LATE.read(letter.message()).anew(now));
    } catch (UnreadableMessage other) {
      return letter.message();
    }
  }

  /** A condition; whoever asks may have put a quote into it. */
  private static String is(String property, String value) {
    return "%s = '%s'".formatted(property, value.replace("'", "''"));
  }
}
