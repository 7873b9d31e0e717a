package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.Session;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PutsTest {
  private final Broker broker;
  private final Puts puts;

  PutsTest(@TempDir Path parent) throws Exception {
    this.broker = BrokerForTests.start(parent.resolve("queue"));
    this.puts = BrokerForTests.puts(broker);
  }

  @AfterEach
  void stop() {
    puts.close();
    broker.close();
  }

  @Test
  void with_an_id_one_is_taken_and_without_all() throws Exception {
    for (int number = 0; number < 2; number++) {
      put(Queues.LATE, "one", PutOptions.NONE.id("a"));
      put(Queues.LATE, "each", PutOptions.NONE);
    }

    assertThat(BrokerForTests.takeAll(broker, Queues.LATE)).containsExactly("one", "each", "each");
  }

  @Test
  void what_is_delayed_comes_out_when_it_is_due() throws Exception {
    Clock anHourAgo = Clock.fixed(Instant.now().minus(Duration.ofHours(1)), ZoneOffset.UTC);
    try (Puts early =
        new Puts(BrokerForTests.connections(broker), broker, BrokerForTests.puts(), anHourAgo)) {
      await().atMost(20, SECONDS).until(() -> early.unwritable() == null);
      put(early, Queues.LEASE, "due", PutOptions.NONE.delay(Duration.ofMinutes(59)));
      put(early, Queues.LEASE, "not yet", PutOptions.NONE.delay(Duration.ofHours(2)));
    }

    assertThat(BrokerForTests.takeAll(broker, Queues.LEASE)).containsExactly("due");
  }

  @Test
  void a_selector_finds_a_message_by_its_property() throws Exception {
    put(Queues.KEPT, "1", PutOptions.NONE.property("user", "oUser1"));
    put(Queues.KEPT, "2", PutOptions.NONE.property("user", "oUser2").property("more", "x"));

    try (Connection connection = BrokerForTests.connections(broker).createConnection();
        Session session = connection.createSession()) {
      connection.start();
      Message found =
          session
              .createConsumer(session.createQueue(Queues.KEPT), "user = 'oUser2'")
              .receive(5_000);
      assertThat(found.getBody(String.class)).isEqualTo("2");
    }
  }

  @Test
  void a_queue_that_is_not_there_is_refused_and_the_next_put_succeeds() throws Exception {
    assertThat(puts.put("wechat.other", "1", PutOptions.NONE))
        .failsWithin(Duration.ofSeconds(20))
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NotStored.class)
        .withMessageContaining("refused by the broker");

    put(Queues.LATE, "1", PutOptions.NONE);
  }

  @Test
  void more_than_may_be_under_way_are_refused() {
    List<CompletableFuture<Void>> all =
        IntStream.range(0, 20_000)
            .mapToObj(number -> puts.put(Queues.LATE, "1", PutOptions.NONE).toCompletableFuture())
            .toList();

    assertThat(all)
        .anySatisfy(
            put ->
                assertThatThrownBy(put::get)
                    .hasCauseInstanceOf(NotStored.class)
                    .hasMessageContaining("1000 are on their way to the disk already"));
    assertThat(all).anySatisfy(put -> assertThat(put).succeedsWithin(Duration.ofSeconds(20)));
  }

  @Test
  void after_the_close_one_fails_at_once() {
    puts.close();

    assertThat(puts.put(Queues.LATE, "1", PutOptions.NONE))
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NotStored.class);
  }

  @Test
  void into_a_broker_that_is_gone_one_fails_at_once() {
    broker.close();

    assertThat(puts.put(Queues.LATE, "1", PutOptions.NONE))
        .failsWithin(Duration.ZERO)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(NotStored.class)
        .withMessageContaining("the broker does not run");
  }

  @Test
  void one_that_the_disk_holds_up_fails_in_its_time() throws Exception {
    PutLimits hasty = new PutLimits(10, Duration.ofNanos(1), Duration.ofMillis(50));
    try (Puts early =
        new Puts(BrokerForTests.connections(broker), broker, hasty, Clock.systemUTC())) {
      await().atMost(20, SECONDS).until(() -> early.unwritable() == null);

      assertThat(early.put(Queues.LATE, "1", PutOptions.NONE))
          .failsWithin(Duration.ofSeconds(20))
          .withThrowableOfType(ExecutionException.class)
          .withMessageContaining("not on disk within 0 ms");
    }
  }

  private void put(String queue, String text, PutOptions options) throws Exception {
    put(puts, queue, text, options);
  }

  private static void put(Puts puts, String queue, String text, PutOptions options)
      throws Exception {
    CompletionStage<Void> put = puts.put(queue, text, options);
    put.toCompletableFuture().get(20, SECONDS);
  }
}
