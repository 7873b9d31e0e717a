package io.github.wechatgateway.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.docs.Document;
import io.github.wechatgateway.docs.Document.Block;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first thing that somebody does. */
class FirstCommandIT {
  private static final Pattern LISTENING = Pattern.compile("Listening on (http://\\S+:\\d+)/");

  /** With the plugins that Maven may have to download. */
  private static final Duration TO_BUILD = Duration.ofMinutes(4);

  @TempDir private static Path project;

  @Test
  void the_first_command_of_the_readme_runs_the_sandbox() throws Exception {
    copy("pom.xml", ".mvn", "src/main", "config", "routes");
    Path console = project.resolve("console");
    Process maven = start(firstCommand(), console);
    try {
      await()
          .atMost(TO_BUILD)
          .until(() -> !maven.isAlive() || LISTENING.matcher(Files.readString(console)).find());
      MatchResult listening =
          LISTENING.matcher(Files.readString(console)).results().findFirst().orElseThrow();

      await().untilAsserted(() -> assertThat(answerTo("hello", listening.group(1))).contains("您好"));
    } finally {
      maven.descendants().forEach(ProcessHandle::destroyForcibly);
      maven.destroyForcibly().onExit().join();
    }
  }

  private static String firstCommand() {
    List<Block> blocks = Document.of(Path.of("README.md")).blocks();
    return blocks.get(0).withoutComments().lines().findFirst().orElseThrow();
  }

  private static Process start(String command, Path console) throws IOException {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "exec " + command);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("WECHAT_LISTEN", "0");
    builder.environment().put("WECHAT_MANAGEMENT_LISTEN", "" + GatewayForTests.freePort());
    return builder
        .directory(project.toFile())
        .redirectErrorStream(true)
        .redirectOutput(console.toFile())
        .start();
  }

  private static String answerTo(String text, String gateway) {
    String message = "{\"message\": {\"MsgType\": \"text\", \"Content\": \"" + text + "\"}}";
    return WeChatClient.send(
            HttpRequest.newBuilder(URI.create(gateway + "/sandbox/deliver"))
                .POST(BodyPublishers.ofString(message)))
        .body();
  }

  private static void copy(String... parts) throws IOException {
    for (String part : parts) {
      Files.createDirectories(project.resolve(part).getParent());
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.toList()) {
          Files.copy(file, project.resolve(file.toString()));
        }
      }
    }
  }
}
