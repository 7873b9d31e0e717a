package io.github.wechatgateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the build makes of the jar, unless it is told not to. */
final class Built {
  static final Path TARGET = Path.of("target");
  static final Path JAR = TARGET.resolve("wechat-gateway.jar");

  private Built() {}

  /**
   * A file of {@code target/} that was made after the jar. Without it a test is skipped, but not in
   * CI.
   */
  static Path file(String name, String whyNot) throws IOException {
    Path file = TARGET.resolve(name);
    boolean ofThisBuild =
        Files.exists(file)
            && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(JAR)) >= 0;
    if ("true".equals(System.getenv("CI"))) {
      assertThat(ofThisBuild).as("there is a %s of this build", name).isTrue();
    }
    assumeTrue(ofThisBuild, "no %s of this build: %s".formatted(name, whyNot));
    return file;
  }
}
