package io.github.wechatgateway.late;

import static java.util.concurrent.CompletableFuture.completedStage;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledBrokerTest {
  private static final int KILLS = 3;

  private final Path folder;

  KilledBrokerTest(@TempDir Path parent) {
    this.folder = parent.resolve("queue");
  }

  @Test
  void what_was_put_before_a_kill_is_sent_once_after_it() throws Exception {
    Set<String> put = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      put.addAll(
          putUntilKilled("kill%d-".formatted(kill), ThreadLocalRandom.current().nextInt(1, 1_000)));
    }

    List<String> sent = sendAll(put);

    assertThat(sent).doesNotHaveDuplicates().containsAll(put);
  }

  @Test
  void a_folder_of_another_process_is_refused_at_once_and_free_when_that_is_dead()
      throws Exception {
    Process process = start("a");
    try (BufferedReader told = process.inputReader()) {
      told.readLine();

      assertThatThrownBy(() -> BrokerForTests.start(folder))
          .isInstanceOf(JournalUnusable.class)
          .hasMessageContaining("in use by another process");
    } finally {
      kill(process);
    }
    BrokerForTests.start(folder).close();
  }

  /** What the process told, up to its last word. */
  private Set<String> putUntilKilled(String ids, int atLeast) throws Exception {
    Set<String> put = new HashSet<>();
    Process process = start(ids);
    try (BufferedReader told = process.inputReader()) {
      String line = told.readLine();
      while (line != null) {
        if (line.startsWith(ids)) { // else it is its log's
          put.add(line);
        }
        if (put.size() >= atLeast) {
          process.toHandle().destroyForcibly(); // the process's own method closes what it told
        }
        line = told.readLine();
      }
    } finally {
      kill(process);
    }
    assertThat(put).hasSizeGreaterThanOrEqualTo(atLeast);
    return put;
  }

  private List<String> sendAll(Set<String> put) throws Exception {
    List<String> sent = Collections.synchronizedList(new ArrayList<>());
    try (Broker broker = BrokerForTests.start(folder);
        Puts puts = BrokerForTests.puts(broker);
        Outbox outbox =
            new Outbox(
                puts,
                BrokerForTests.connections(broker),
                BrokerForTests.outbox(),
                BrokerForTests.records(),
                Clock.systemUTC())) {
      outbox.take(
          message -> {
            sent.add(message.id());
            return completedStage(new Result.Sent(true));
          },
          (message, why, returns) -> returns.keep(message));
      await().atMost(120, SECONDS).until(() -> new HashSet<>(List.copyOf(sent)).containsAll(put));
      outbox.drain(Duration.ofSeconds(10));
    }
    return sent;
  }

  private Process start(String ids) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-Dlog4j2.configurationFile=config/log4j2.properties",
            "-cp",
            System.getProperty("java.class.path"),
            PuttingProcess.class.getName(),
            folder.toString(),
            ids)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static void kill(Process process) throws InterruptedException {
    process.destroyForcibly().waitFor();
  }
}
