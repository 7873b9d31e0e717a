package io.github.wechatgateway.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What makes metrics. */
final class Sources {
  private Sources() {}

  static String text() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files()) {
      all.append(Files.readString(file));
    }
    return all.toString();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/java/io/github/wechatgateway/observe"))) {
      return files.toList();
    }
  }
}
