package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that fails and is mended: beyond a limit of length, which is set from outside, every write
 * of the process to a file fails with EFBIG.
 */
@EnabledOnOs(OS.LINUX)
class BrokenDiskTest {
  private static final int ROUNDS = 2;

  private final Path folder;

  BrokenDiskTest(@TempDir Path parent) {
    this.folder = parent.resolve("queue");
  }

  @Test
  void while_it_fails_puts_are_refused_at_once_and_after_it_all_goes_on_and_nothing_is_lost()
      throws Exception {
    try (TestProcess process = TestProcess.start(DiskProcess.class, folder.toString())) {
      for (int round = 0; round < ROUNDS; round++) {
        awaitMore(process, "sent");
        limitFiles(process, "4096");
        awaitMore(process, "refused");
        limitFiles(process, "unlimited");
      }
      awaitMore(process, "sent");
      process.kill();

      assertThat(process.told("refused"))
          .anyMatch(why -> why.contains("the broker does not run"))
          .noneMatch(why -> why.contains("not on disk within"));
      Set<String> out = new HashSet<>(process.told("sent"));
      out.addAll(leftInTheOutbox());
      assertThat(out).containsAll(process.told("stored"));
    }
  }

  private static void awaitMore(TestProcess process, String word) {
    int before = process.told(word).size();
    Callable<Boolean> more = () -> process.told(word).size() > before + 200;
    await().atMost(60, SECONDS).until(more);
  }

  /** Bytes that a file may have. */
  private static void limitFiles(TestProcess process, String length) throws Exception {
    Process limiting =
        new ProcessBuilder("prlimit", "--pid", "" + process.pid(), "--fsize=" + length + ":")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(limiting.waitFor()).isZero();
  }

  private List<String> leftInTheOutbox() throws Exception {
    List<String> ids = new ArrayList<>();
    try (Broker broker = BrokerForTests.start(folder)) {
      for (String queue : IntStream.range(0, Queues.OUTBOXES).mapToObj(Queues::outbox).toList()) {
        for (String text : BrokerForTests.takeAll(broker, queue)) {
          ids.add(QueueText.OUTBOX.read(text).id());
        }
      }
    }
    return ids;
  }
}
