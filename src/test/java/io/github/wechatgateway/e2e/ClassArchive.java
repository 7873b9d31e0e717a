package io.github.wechatgateway.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a gateway has read, as docs/packages.md tells to keep them: with them, and
 * without the compiler that takes long, it starts for a third of the CPU. Made with the first start
 * of the tests, once for each jar and each JDK.
 */
final class ClassArchive {
  private static final String SOON = "-XX:TieredStopAtLevel=1";
  private static final Path FILE =
      Path.of("target", "wechat-gateway-" + Runtime.version() + ".jsa").toAbsolutePath();
  private static final Duration TO_WRITE = Duration.ofMinutes(2);

  private static @Nullable List<String> flags;

  private ClassArchive() {}

  /** For the JVM of a gateway. */
  static synchronized List<String> flags(Path jar) {
    List<String> known = flags;
    if (known == null) {
      flags = List.of("-XX:ArchiveClassesAtExit=" + FILE); // of the start that makes it
      try {
        makeUnlessThere(jar);
      } finally {
        known = Files.exists(FILE) ? List.of(SOON, "-XX:SharedArchiveFile=" + FILE) : List.of(SOON);
        flags = known;
      }
    }
    return known;
  }

  private static void makeUnlessThere(Path jar) {
    try {
      if (Files.exists(FILE)
          && Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(jar)) > 0) {
        return;
      }
      Files.deleteIfExists(FILE);
      Path folder = Files.createTempDirectory(FILE.getParent(), "class-archive");
      try (GatewayProcess gateway =
          GatewayProcess.start(WorkingFolder.in(folder).path(), Map.of())) {
        gateway.terminate();
        gateway.end(TO_WRITE);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
