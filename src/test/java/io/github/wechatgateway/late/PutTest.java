package io.github.wechatgateway.late;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Message;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the broker acknowledges is on disk only if it ran without a break meanwhile. */
class PutTest {
  private final Path folder;

  PutTest(@TempDir Path parent) {
    this.folder = parent.resolve("queue");
  }

  @Test
  void acknowledged_by_the_broker_it_began_with_it_is_stored() throws Exception {
    try (Broker broker = BrokerForTests.start(folder)) {
      Put put = put(broker);
      acknowledge(put);

      assertThat(put.stored()).succeedsWithin(Duration.ZERO);
    }
  }

  @Test
  void acknowledged_after_the_broker_ended_it_is_not_stored() throws Exception {
    Broker broker = BrokerForTests.start(folder);
    Put put = put(broker);
    broker.close();
    acknowledge(put);

    assertIsNotStored(put);
  }

  @Test
  void begun_after_the_broker_ended_it_is_not_stored_even_if_acknowledged() throws Exception {
    Broker broker = BrokerForTests.start(folder);
    broker.close();
    Put put = put(broker);
    acknowledge(put);

    assertIsNotStored(put);
  }

  private static Put put(Broker broker) {
    return new Put(Queues.LATE, "1", PutOptions.NONE, null, Duration.ofMinutes(1), broker);
  }

  private static void acknowledge(Put put) {
    put.onCompletion(
        (Message)
            Proxy.newProxyInstance(
                Message.class.getClassLoader(),
                new Class<?>[] {Message.class},
                (message, method, arguments) -> null));
  }

  private static void assertIsNotStored(Put put) {
    assertThat(put.stored())
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NotStored.class)
        .withMessageContaining("the broker ended");
  }
}
