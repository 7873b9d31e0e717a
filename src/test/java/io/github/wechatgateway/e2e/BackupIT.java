package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.docs.Document;
import io.github.wechatgateway.docs.Document.Block;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal, backed up and put back by the commands of docs/operations.md. */
class BackupIT {
  /** The lease of a handler that ran when its process died, and more. */
  private static final Duration UNTIL_SENT = Duration.ofMinutes(1);

  private static final String TEXT =
      "{\"message\": {\"MsgType\": \"text\", \"Content\": \"hello\"}}";

  private static final String SLOW = TEXT.replace("\"hello\"", "\"hello\", \"SandboxDelay\": 6000");

  @TempDir Path empty;

  @Test
  void what_waited_is_answered_after_it_is_put_back() throws Exception {
    WorkingFolder folder = WorkingFolder.in(empty);
    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), Map.of())) {
      assertThat(call(gateway, "/sandbox/deliver", SLOW)).contains("\"seen\" : \"nothing\"");
    } // killed, while its handler runs

    List<String> shown =
        Document.of(Path.of("docs", "operations.md")).blocks().stream()
            .map(Block::code)
            .filter(code -> code.contains("tar "))
            .toList();
    assertThat(shown).hasSize(2);
    for (String commands : shown) {
      run(commands.replaceAll("(?m)^systemctl .*$", "").replace("/var/lib/wechat-gateway", "data"));
    }

    try (GatewayProcess gateway = GatewayProcess.start(folder.path(), Map.of())) {
      // The stand-in, new too, must know of a user whom it lets be answered late.
      assertThat(call(gateway, "/sandbox/deliver", TEXT)).contains("\"seen\" : \"reply\"");
      await()
          .atMost(UNTIL_SENT)
          .until(() -> call(gateway, "/sandbox/sent?user=oSandboxUser1", "").contains("您好"));
    }
  }

  private void run(String commands) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-e", "-c", commands)
            .directory(empty.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
  }

  private static String call(GatewayProcess gateway, String path, String body) {
    HttpRequest.Builder request = HttpRequest.newBuilder(gateway.demo().resolve(path));
    return WeChatClient.send(body.isEmpty() ? request : request.POST(BodyPublishers.ofString(body)))
        .body();
  }
}
