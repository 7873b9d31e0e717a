package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.observe.MessageMeters;
import io.github.wechatgateway.record.Records;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
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
        Duration.ofSeconds(20),
        Duration.ofMillis(50),
        Duration.ofMillis(200));
  }

  static PutLimits puts() {
    return new PutLimits(1_000, Duration.ofSeconds(10), Duration.ofMillis(50));
  }

  /** Connected. */
  static Puts puts(Broker broker) {
    Puts puts = new Puts(connections(broker), broker, puts(), Clock.systemUTC());
    await().atMost(20, SECONDS).until(() -> puts.unwritable() == null);
    return puts;
  }

  static OutboxLimits outbox() {
    return new OutboxLimits(
        8,
        Duration.ofSeconds(30),
        List.of(Duration.ofMillis(20), Duration.ofMillis(40)),
        Duration.ofHours(1),
        100);
  }

  /** Started. */
  static Broker start(Path folder) throws Exception {
    Broker broker = Broker.start(folder, limits());
    broker.started().toCompletableFuture().get(20, SECONDS);
    return broker;
  }

  static ConnectionFactory connections(Broker broker) {
    return Connections.to(broker);
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
    return connections(broker).createConnection();
  }

  /** Of nothing, at first. */
  static Records records() {
    return new Records(
        10,
        Duration.ofMinutes(1),
        new MessageMeters(new SimpleMeterRegistry()),
        InstantSource.system());
  }
}
