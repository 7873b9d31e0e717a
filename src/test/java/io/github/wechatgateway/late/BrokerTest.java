package io.github.wechatgateway.late;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        "wechat.outbox.31"
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
  void a_journal_that_can_not_be_written_is_refused_and_its_folder_given_free() throws Exception {
    Path inTheWay = Files.createFile(Files.createDirectory(folder).resolve("journal"));

    assertThatThrownBy(() -> BrokerForTests.start(folder))
        .isInstanceOf(JournalUnusable.class)
        .hasMessageContaining("no broker starts on it");

    Files.delete(inTheWay);
    BrokerForTests.start(folder).close();
  }
}
