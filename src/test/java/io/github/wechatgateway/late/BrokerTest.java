package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrokerTest {
  private final Path folder;

  BrokerTest(@TempDir Path parent) {
    this.folder = parent.resolve("queue");
  }

  @Test
  void the_folder_is_made_for_its_owner_alone() throws Exception {
    try (Broker broker = BrokerForTests.start(folder)) {
      assertThat(broker.running()).isTrue();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wechat.late",
        "wechat.lease",
        "wechat.kept",
        "wechat.dead",
        "wechat.outbox.0",
        "wechat.outbox.15"
      })
  void what_a_queue_took_is_there_after_a_restart(String queue) throws Exception {
    try (Broker broker = BrokerForTests.start(folder)) {
      BrokerForTests.put(broker, queue, "a");
    }
    try (Broker broker = BrokerForTests.start(folder)) {
      assertThat(BrokerForTests.takeAll(broker, queue)).containsExactly("a");
    }
  }

  @Test
  void a_queue_of_another_name_is_refused() throws Exception {
    try (Broker broker = BrokerForTests.start(folder)) {
      assertThatThrownBy(() -> BrokerForTests.put(broker, "wechat.other", "a"))
          .isInstanceOf(JMSException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wechat.kept", "wechat.dead"})
  void of_too_many_the_oldest_go(String queue) throws Exception {
    try (Broker broker = BrokerForTests.start(folder)) {
      BrokerForTests.put(broker, queue, "a", "b", "c", "d");

      assertThat(BrokerForTests.takeAll(broker, queue)).containsExactly("b", "c", "d");
    }
  }

  @Test
  void a_folder_in_use_is_refused_at_once() throws Exception {
    try (Broker broker = BrokerForTests.start(folder)) {
      assertThatThrownBy(() -> BrokerForTests.start(folder))
          .isInstanceOf(JournalUnusable.class)
          .hasMessage(
              "%s: in use by another process (expected: a folder of this process alone)", folder);
      assertThat(broker.running()).isTrue();
    }
  }

  @Test
  void a_folder_that_can_not_be_made_is_refused() throws IOException {
    Path file = Files.createFile(folder.resolveSibling("file"));

    assertThatThrownBy(() -> BrokerForTests.start(file.resolve("queue")))
        .isInstanceOf(JournalUnusable.class)
        .hasMessageContaining("can't be written");
  }

  @Test
  void on_a_journal_that_can_not_be_written_it_starts_when_it_can() throws Exception {
    Path inTheWay = Files.createFile(Files.createDirectory(folder).resolve("journal"));

    try (Broker broker = Broker.start(folder, BrokerForTests.limits())) {
      await()
          .atMost(20, SECONDS)
          .untilAsserted(() -> assertThat(broker.unwritable()).contains("no broker starts on it"));
      assertThat(broker.running()).isFalse();

      Files.delete(inTheWay);
      broker.started().toCompletableFuture().get(20, SECONDS);
      assertThat(broker.unwritable()).isNull();
      BrokerForTests.put(broker, Queues.LATE, "a");
    }
  }

  @Test
  void a_connection_waits_for_the_start() throws Exception {
    try (Broker broker = Broker.start(folder, BrokerForTests.limits());
        Connection connection = BrokerForTests.connections(broker).createConnection()) {
      assertThat(broker.running()).isTrue();
      assertThat(connection.getMetaData()).isNotNull();
    }
  }

  @Test
  void after_the_stop_connections_are_refused_and_the_folder_is_free() throws Exception {
    Broker broker = BrokerForTests.start(folder);
    broker.close();

    assertThat(broker.unwritable()).contains("does not run");
    assertThatThrownBy(() -> BrokerForTests.connections(broker).createConnection())
        .isInstanceOf(JMSException.class)
        .hasMessageContaining("does not run");
    BrokerForTests.start(folder).close();
  }
}
