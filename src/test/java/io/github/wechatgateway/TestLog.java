package io.github.wechatgateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the tests have logged, at DEBUG: a file for each process that runs some of them. */
public final class TestLog {
  private static final Path FOLDER = Path.of("target");

  private TestLog() {}

  /** Of this process, up to now. */
  public static List<String> lines() throws IOException {
    return Files.readAllLines(Path.of(System.getProperty("test.log", "target/test.log")));
  }

  /** Of all tests that ran before. */
  public static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().matches(".*test-\\d+\\.log")).toList();
    }
  }
}
