package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.io.TempDirFactory;

/** A disk, in memory, that is filled above the limit of the broker with a file of some percent. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {
  private static final int MIB = 1024 * 1024;

  /** Bytes of an empty broker's files, and more. */
  private static final long JOURNAL = 40 * MIB;

  private static final long MOST = 1024 * MIB;

  private final Path folder;
  private final FileStore disk;

  FullDiskTest(@TempDir(factory = Memory.class) Path folder) throws IOException {
    this.folder = folder;
    this.disk = Files.getFileStore(folder);
  }

  /** Is there on every Linux. */
  static final class Memory implements TempDirFactory {
    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context)
        throws IOException {
      return Files.createTempDirectory(Path.of("/dev/shm"), "wechat-gateway");
    }
  }

  @Test
  void puts_are_refused_at_once_and_taken_again_when_there_is_room() throws Exception {
    int maxDisk = (int) ((used() + JOURNAL) * 100 / disk.getTotalSpace()) + 1;
    long above = disk.getTotalSpace() * (2 * maxDisk + 1) / 200 - used();
    assumeThat(above).isLessThan(Math.min(MOST, disk.getUsableSpace() / 2));
    try (Broker broker = Broker.start(folder.resolve("queue"), limits(maxDisk));
        Puts puts = BrokerForTests.puts(broker)) {
      put(puts, "before");

      Path file = fill(above);
      await().atMost(20, SECONDS).until(broker::full);
      assertThat(puts.put(Queues.LATE, "while it is full", PutOptions.NONE))
          .failsWithin(Duration.ZERO)
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(NotStored.class)
          .withMessageContaining("more than %d %% of the disk are in use".formatted(maxDisk));

      Files.delete(file);
      await().atMost(20, SECONDS).until(() -> puts.unwritable() == null);
      put(puts, "after");
      assertThat(BrokerForTests.takeAll(broker, Queues.LATE)).containsExactly("before", "after");
    }
  }

  private static BrokerLimits limits(int maxDisk) {
    BrokerLimits other = BrokerForTests.limits();
    return new BrokerLimits(
        other.maxMemory(),
        maxDisk,
        other.maxWaiting(),
        other.maxIds(),
        other.maxKept(),
        other.maxDead(),
        other.deadAge(),
        other.startTime(),
        other.stopTime(),
        other.firstRestart(),
        other.lastRestart());
  }

  private long used() throws IOException {
    return disk.getTotalSpace() - disk.getUsableSpace();
  }

  private Path fill(long bytes) throws IOException {
    Path file = folder.resolve("filling");
    byte[] zeros = new byte[MIB];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long written = 0; written < bytes; written += zeros.length) {
        out.write(zeros);
      }
    }
    return file;
  }

  private static void put(Puts puts, String text) throws Exception {
    puts.put(Queues.LATE, text, PutOptions.NONE).toCompletableFuture().get(20, SECONDS);
  }
}
