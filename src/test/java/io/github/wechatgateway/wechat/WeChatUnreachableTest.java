package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.GatewayForTests;
import io.github.wechatgateway.LogLines;
import io.github.wechatgateway.junit.GatewayExtension;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gateway, while nobody is where WeChat should be. */
class WeChatUnreachableTest {
  @RegisterExtension final LogLines log = new LogLines(Alarms.class);

  @Test
  void it_starts_answers_is_ready_and_says_once_what_is_wrong() throws Exception {
    GatewayExtension gateway =
        new GatewayExtension()
            .setting("wechat.api.url", "http://127.0.0.1:9")
            .setting("wechat.api.retries", "1")
            .setting("wechat.api.retry-delay", "1")
            .setting("wechat.token.interval", "1")
            .start();
    try {
      assertThat(gateway.text("hello").reply("Content")).isNotEmpty();
      await().atMost(Duration.ofSeconds(20)).until(() -> renewals(gateway) >= 3);
      URI ready =
          URI.create(
              "http://127.0.0.1:%d/observe/health/ready"
                  .formatted(GatewayForTests.managementPort(gateway.context())));
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(ready).build(), BodyHandlers.ofString())
                  .statusCode())
          .isEqualTo(200);
    } finally {
      gateway.stop();
    }

    assertThat(log.lines())
        .singleElement()
        .asString()
        .startsWith(
            "ERROR account=demo /cgi-bin/stable_token: WeChat can't be reached: HttpHostConnectException: Connect to http://127.0.0.1:9 failed: Connection refused");
  }

  private static double renewals(GatewayExtension gateway) {
    return gateway
        .context()
        .getRegistry()
        .findSingleByType(MeterRegistry.class)
        .find("wechat_calls")
        .tag("end", "unreachable")
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }
}
