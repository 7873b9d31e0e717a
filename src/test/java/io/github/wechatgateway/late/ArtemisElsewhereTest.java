package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same with an Artemis in another process. */
class ArtemisElsewhereTest {
  private final Path folder;
  private final int port;
  private final Journal journal = () -> null;

  ArtemisElsewhereTest(@TempDir Path parent) throws IOException {
    this.folder = parent.resolve("artemis");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  @Test
  void what_it_took_is_sent_also_when_it_is_killed_in_between() throws Exception {
    List<String> sent = Collections.synchronizedList(new ArrayList<>());
    TestProcess artemis = start();
    ConnectionFactory broker =
        Connections.to("tcp://127.0.0.1:" + port, BrokerForTests.CALL_TIME, 3, 3);
    try (Puts puts = new Puts(broker, journal, BrokerForTests.puts(), Clock.systemUTC());
        Outbox outbox =
            new Outbox(
                puts,
                broker,
                BrokerForTests.outbox(),
                BrokerForTests.records(),
                Clock.systemUTC())) {
      awaitConnection(puts);
      put(outbox, "before the kill");

      artemis.kill();
      await().atMost(20, SECONDS).until(() -> puts.unwritable() != null);
      artemis = start();
      awaitConnection(puts);
      put(outbox, "before the take");
      outbox.take(
          message -> {
            sent.add(message.id());
            return completedStage(new Result.Sent(true));
          },
          (message, why, returns) -> returns.keep(message));
      awaitSent(sent, "before the kill", "before the take");

      artemis.kill();
      artemis = start();
      awaitConnection(puts);
      put(outbox, "after the second kill");
      awaitSent(sent, "before the kill", "before the take", "after the second kill");
    } finally {
      artemis.close();
    }
  }

  private TestProcess start() throws IOException {
    TestProcess artemis = TestProcess.start(ArtemisProcess.class, folder.toString(), "" + port);
    await().atMost(30, SECONDS).until(() -> !artemis.told("started").isEmpty());
    return artemis;
  }

  private static void awaitConnection(Puts puts) {
    await().atMost(20, SECONDS).until(() -> puts.unwritable() == null);
  }

  /** Each for another user. */
  private static void put(Outbox outbox, String id) throws Exception {
    outbox
        .put(RunningOutbox.message(id, "oUser " + id, "{}"))
        .toCompletableFuture()
        .get(20, SECONDS);
  }

  private static void awaitSent(List<String> sent, String... ids) {
    await()
        .atMost(20, SECONDS)
        .untilAsserted(() -> assertThat(Set.copyOf(sent)).containsExactlyInAnyOrder(ids));
  }
}
