package io.github.wechatgateway.late;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import java.time.Duration;
import org.apache.activemq.artemis.api.core.client.ActiveMQClient;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/**
 * Ways to a broker. A connection that is lost is not mended behind its user's back: it ends, tells
 * its {@link jakarta.jms.ExceptionListener}, and its user makes a new one.
 */
public final class Connections {
  /**
   * Bytes of sent messages whose receipt is awaited; the broker tells of each when it is on disk.
   */
  private static final int CONFIRMATIONS = 10 * 1024 * 1024;

  /** Bytes; a longer message would be a file of its own. That of a callback has 128 KiB here. */
  private static final int LARGE = 512 * 1024;

  private static final int THREADS = 4;

  static { // of what runs between the embedded broker and its clients: 8 a core else
    ActiveMQClient.setGlobalThreadPoolProperties(THREADS, 1, 1);
  }

  /** Milliseconds between two signs of life, and without one until a connection is lost. */
  private static final int PING = 2_000;

  private static final int LOST = 10_000;

  /**
   * For a call of the embedded broker, a commit, say: it ends when the disk has done its work, or
   * with the broker. A connection that is given up before that may leave consumers there that keep
   * their queues: nothing would be sent any more.
   */
  private static final Duration WHILE_DISK_STALLS = Duration.ofMinutes(1);

  private Connections() {}

  /**
   * To the embedded broker. {@link ConnectionFactory#createConnection} waits while it is starting,
   * for its {@link BrokerLimits#startTime()} at most.
   */
  public static ConnectionFactory to(Broker broker) {
    return new PreparedConnections(broker::awaitRunning, factory(broker.url(), WHILE_DISK_STALLS));
  }

  /**
   * To an Artemis elsewhere. {@link ConnectionFactory#createConnection} makes the queues that it
   * lacks, or fails and names what its broker.xml lacks.
   *
   * @param url {@code tcp://host:61616}; also {@code ?user=…&password=…}
   * @param callTime that a call may take, a commit, say; then it fails
   * @param maxKept answers that wait for their user's next message, where it is made here; the
   *     oldest go first
   * @param maxDead dead letters, where it is made here; the oldest go first
   */
  public static ConnectionFactory to(String url, Duration callTime, int maxKept, int maxDead) {
    ActiveMQConnectionFactory factory = factory(url, callTime);
    factory.setClientFailureCheckPeriod(PING);
    factory.setConnectionTTL(LOST);
    return new PreparedConnections(new MissingQueues(factory, maxKept, maxDead), factory);
  }

  /** To none: whoever asks for a connection is told so by {@link NoBroker}. */
  static ConnectionFactory toNone() {
    return new PreparedConnections(
        () -> {
          throw new NoBroker();
        },
        new ActiveMQConnectionFactory(LateSettings.NOWHERE));
  }

  /**
   * Connects to an Artemis elsewhere and signs in, and makes nothing there.
   *
   * @throws JMSException if it is not there, or does not take us
   */
  public static void trySignIn(String url, Duration callTime) throws JMSException {
    try (ActiveMQConnectionFactory factory = factory(url, callTime);
        Connection connection = factory.createConnection()) {
      connection.createSession().close();
    }
  }

  private static ActiveMQConnectionFactory factory(String url, Duration callTime) {
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
    factory.setCallTimeout(callTime.toMillis());
    factory.setReconnectAttempts(0);
    factory.setConsumerWindowSize(0); // a consumer has one message: the others are for those free
    factory.setConfirmationWindowSize(CONFIRMATIONS);
    factory.setBlockOnDurableSend(true);
    factory.setMinLargeMessageSize(LARGE);
    factory.setUseGlobalPools(false);
    factory.setThreadPoolMaxSize(THREADS);
    factory.setScheduledThreadPoolMaxSize(1);
    factory.getServerLocator().setFlowControlThreadPoolMaxSize(1);
    return factory;
  }
}
