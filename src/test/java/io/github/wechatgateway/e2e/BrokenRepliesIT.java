package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.GatewayForTests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar, started in a working folder whose replies are broken. */
class BrokenRepliesIT {
  private static final Path JAR = Path.of("target", "wechat-gateway.jar").toAbsolutePath();

  private final Path folder;

  BrokenRepliesIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void they_are_told_at_once_with_all_other_problems() throws Exception {
    copy("config");
    copy("routes");
    Files.writeString(folder.resolve("config/replies/keywords.json"), "[\n{]");
    Files.writeString(folder.resolve("config/replies/welcome.txt"), "");
    Files.writeString(folder.resolve("config/replies/click/mypay.txt"), "${env:HOME}");
    Files.writeString(folder.resolve("config/application-sandbox.properties"), "wechat.foo=1\n");
    Files.delete(folder.resolve("routes/callback/check-url.camel.yaml"));

    Process gateway = start();
    try {
      assertThat(gateway.waitFor(30, TimeUnit.SECONDS)).as("ended by itself").isTrue();
    } finally {
      gateway.destroyForcibly();
    }

    assertThat(gateway.exitValue()).isEqualTo(2);
    assertThat(Files.readString(folder.resolve("stderr"), UTF_8))
        .contains(
            "  wechat.foo: unknown key",
            "  config/replies/click/mypay.txt: ${env…} (expected: ",
            "  config/replies/keywords.json, line 2, column 2: not JSON (expected: WeChat's customer-service shape)\n",
            "  config/replies/welcome.txt: empty (expected: a text)\n",
            "  routes/callback/check-url.camel.yaml: no such route")
        .doesNotContain("Exception");
  }

  private void copy(String part) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(part))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.toString()));
      }
    }
  }

  private Process start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Dfile.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Dcamel.main.profile=sandbox",
            "-jar",
            JAR.toString());
    String anyPort = Integer.toString(GatewayForTests.freePort());
    builder.environment().put("WECHAT_LISTEN", "0");
    builder.environment().put("WECHAT_MANAGEMENT_LISTEN", anyPort);
    builder.directory(folder.toFile());
    builder.redirectError(folder.resolve("stderr").toFile());
    builder.redirectOutput(folder.resolve("stdout").toFile());
    return builder.start();
  }
}
