package io.github.wechatgateway.late;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brokers with little room. */
final class BrokerForTests {
  static final Duration CALL_TIME = Duration.ofSeconds(5);

  private BrokerForTests() {}

  static BrokerLimits limits() {
    return new BrokerLimits(
        16 * 1024 * 1024,
        99,
        100_000,
        2_000,
        3,
        3,
        Duration.ofDays(1),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20));
  }

  static OutboxLimits outbox(Duration putTime) {
    return new OutboxLimits(
        1_000,
        putTime,
        8,
        Duration.ofSeconds(30),
        List.of(Duration.ofMillis(20), Duration.ofMillis(40)),
        Duration.ofHours(1),
        100);
  }

  static Broker start(Path folder) throws JournalUnusable {
    return Broker.start(folder, limits());
  }

  static void put(Broker broker, String queue, String... texts) throws JMSException {
    try (Connection connection = connect(broker);
        Session session = connection.createSession()) {
      Queue to = session.createQueue(queue);
      for (String text : texts) {
        session.createProducer(to).send(session.createTextMessage(text));
      }
    }
  }

  static List<String> takeAll(Broker broker, String queue) throws JMSException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = connect(broker);
        Session session = connection.createSession();
        MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
      connection.start();
      Message next = consumer.receiveNoWait();
      while (next != null) {
        texts.add(next.getBody(String.class));
        next = consumer.receiveNoWait();
      }
    }
    return texts;
  }

  private static Connection connect(Broker broker) throws JMSException {
    return Connections.to(broker.url(), CALL_TIME).createConnection();
  }
}
