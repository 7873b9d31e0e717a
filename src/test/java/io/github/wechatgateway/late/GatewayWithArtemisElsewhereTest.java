package io.github.wechatgateway.late;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import io.github.wechatgateway.message.Text;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway, with {@code wechat.queue.url}: the same routes, and a broker that may go. */
class GatewayWithArtemisElsewhereTest {
  private static final Set<String> FAILED = ConcurrentHashMap.newKeySet();

  private final Path folder;
  private final int port;

  GatewayWithArtemisElsewhereTest(@TempDir Path parent) throws IOException {
    this.folder = parent.resolve("artemis");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      this.port = free.getLocalPort();
    }
  }

  @Test
  void late_messages_are_handled_and_answered_and_refused_while_it_is_gone() throws Exception {
    TestProcess artemis = start();
    GatewayExtension gateway =
        new GatewayExtension()
            .setting("wechat.queue.url", "tcp://127.0.0.1:" + port)
            .setting("wechat.late.delays", "1,1")
            .handler("on-text", GatewayWithArtemisElsewhereTest::failOnce);
    try {
      gateway.start();
      awaitStored(gateway, "before");
      awaitSent(gateway, "answer to before");

      artemis.kill();
      Delivered refused = gateway.text("meanwhile");
      assertThat(refused.tries()).hasSize(2); // the next one runs the handler again
      refused.isText("answer to meanwhile");
      assertThat(HealthCheckHelper.invokeReadiness(gateway.context()))
          .anyMatch(GatewayWithArtemisElsewhereTest::isDown);
      assertThat(HealthCheckHelper.invokeLiveness(gateway.context()))
          .isNotEmpty()
          .noneMatch(GatewayWithArtemisElsewhereTest::isDown);

      artemis = start();
      awaitStored(gateway, "after");
      awaitSent(gateway, "answer to after");
      assertThat(HealthCheckHelper.invokeReadiness(gateway.context()))
          .noneMatch(GatewayWithArtemisElsewhereTest::isDown);
    } finally {
      gateway.stop();
      artemis.close();
    }
  }

  private TestProcess start() throws IOException {
    TestProcess artemis = TestProcess.start(ArtemisProcess.class, folder.toString(), "" + port);
    await().atMost(30, SECONDS).until(() -> !artemis.told("started").isEmpty());
    return artemis;
  }

  /** It is refused until the gateway is connected. */
  private static void awaitStored(GatewayExtension gateway, String beginning) {
    await()
        .atMost(30, SECONDS)
        .untilAsserted(() -> gateway.text(beginning + System.nanoTime()).isNothing());
  }

  private static void awaitSent(GatewayExtension gateway, String beginning) {
    await()
        .atMost(30, SECONDS)
        .untilAsserted(
            () -> assertThat(sent(gateway)).anyMatch(content -> content.startsWith(beginning)));
  }

  private static List<String> sent(GatewayExtension gateway) {
    return gateway.sentTo("oSandboxUser1").stream()
        .map(message -> message.path("text").path("content").asText())
        .toList();
  }

  private static void failOnce(Exchange exchange) {
    String content = exchange.getMessage().getBody(Text.class).content();
    if (FAILED.add(content)) {
      throw new IllegalStateException("as the test says");
    }
    exchange.getMessage().setBody("answer to " + content);
  }

  private static boolean isDown(HealthCheck.Result result) {
    return result.getState() != HealthCheck.State.UP;
  }
}
