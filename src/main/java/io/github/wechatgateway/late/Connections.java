package io.github.wechatgateway.late;

import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** Ways to a broker: the embedded one, or an Artemis elsewhere. */
public final class Connections {
  /**
   * Bytes of sent messages whose receipt is awaited; the broker tells of each when it is on disk.
   */
  private static final int CONFIRMATIONS = 10 * 1024 * 1024;

  /** Bytes; a longer message would be a file of its own. That of a callback has 128 KiB here. */
  private static final int LARGE = 512 * 1024;

  private static final int THREADS = 8;

  private Connections() {}

  /**
   * A factory of connections.
   *
   * @param url {@link Broker#url()}, or {@code tcp://host:61616}
   * @param callTime that a call may take, a commit, say; then it fails
   */
  public static ConnectionFactory to(String url, Duration callTime) {
    int most = Math.toIntExact(callTime.toMillis());
    ActiveMQConnectionFactory factory = new ActiveMQConnectionFactory(url);
    factory.setCallTimeout(most);
    factory.setCallFailoverTimeout(most);
    factory.setReconnectAttempts(-1);
    factory.setRetryInterval(200); // milliseconds
    factory.setConsumerWindowSize(0); // a consumer has one message: the others are for those free
    factory.setConfirmationWindowSize(CONFIRMATIONS);
    factory.setBlockOnDurableSend(true);
    factory.setMinLargeMessageSize(LARGE);
    factory.setUseGlobalPools(false);
    factory.setThreadPoolMaxSize(THREADS);
    factory.setScheduledThreadPoolMaxSize(1);
    return factory;
  }
}
