package io.github.wechatgateway.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which connections the gateway closes, and which not, with a short patience and few of them. */
class ConnectionsIT {
  private static final int IDLE_SECONDS = 2;
  private static final int CONNECTIONS = 20;

  /** Longer than connections may be idle, and within WeChat's patience. */
  private static final Duration HANDLER_TAKES = Duration.ofMillis(4_200);

  @TempDir static Path empty;
  private static GatewayProcess gateway;
  private static URI url;

  @BeforeAll
  static void start() throws IOException {
    WorkingFolder folder = WorkingFolder.in(empty);
    SlowText.putInto(folder, HANDLER_TAKES, false);
    gateway =
        GatewayProcess.start(
            folder.path(),
            Map.of(
                "WECHAT_CALLBACK_IDLE_TIMEOUT", Integer.toString(IDLE_SECONDS),
                "WECHAT_CALLBACK_MAX_CONNECTIONS", Integer.toString(CONNECTIONS),
                "WECHAT_ACCOUNTS_DEMO_LATE_REPLY", "retries"));
    url = gateway.demo();
  }

  @AfterAll
  static void stop() {
    gateway.close();
  }

  @Test
  void a_connection_that_is_kept_is_closed_when_nothing_comes() throws IOException {
    try (RawConnection kept = new RawConnection(url)) {
      kept.send(callback(image()));

      assertThat(kept.answer()).startsWith("HTTP/1.1 200 ");
      assertThat(kept.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void a_second_request_on_a_kept_connection_may_not_be_slow_either() throws IOException {
    try (RawConnection kept = new RawConnection(url)) {
      kept.send(callback(image()));
      assertThat(kept.answer()).startsWith("HTTP/1.1 200 ");
      kept.send("POST ");

      assertThat(kept.isClosedByPeer()).isTrue();
    }
  }

  @Test
  void a_connection_that_waits_for_our_answer_is_not_idle() throws IOException {
    try (RawConnection waiting = new RawConnection(url)) {
      waiting.send(callback(Xml.text("hi")));

      assertThat(waiting.answer()).contains(SlowText.ANSWER);
    }
  }

  @Test
  void a_connection_that_waits_for_a_second_answer_is_not_idle() throws IOException {
    try (RawConnection waiting = new RawConnection(url)) {
      waiting.send(callback(image()) + callback(Xml.text("hi"))); // before the first is answered

      assertThat(waiting.answer()).contains("[image]");
      assertThat(waiting.answer()).contains(SlowText.ANSWER);
    }
  }

  @Test
  void connections_that_are_too_many_are_closed_at_once_and_later_ones_served() throws IOException {
    List<RawConnection> allowed = new ArrayList<>();
    for (int i = 0; i < CONNECTIONS; i++) {
      allowed.add(new RawConnection(url));
    }
    try (RawConnection oneMore = new RawConnection(url)) {
      assertThat(oneMore.isClosedByPeer()).isTrue();
    }
    allowed.get(0).send(callback(image())); // not closed, as it would be for being idle

    assertThat(allowed.get(0).answer()).startsWith("HTTP/1.1 200 ");
    for (RawConnection each : allowed) {
      each.close();
    }
    await().until(() -> Delivery.of(GatewayProcess.DEMO, url, image()).tryOnce().contains("image"));
  }

  @Test
  void a_request_line_or_header_that_is_too_long_is_refused_and_not_logged() throws IOException {
    String canary = "canaryHeader".repeat(2_000);
    for (String head :
        new String[] {
          "GET /wechat/demo?nonce=" + canary + " HTTP/1.1\r\n\r\n",
          "GET /wechat/demo HTTP/1.1\r\nX-Long: " + canary + "\r\n\r\n"
        }) {
      try (RawConnection raw = new RawConnection(url)) {
        raw.send(head);

        assertThat(raw.answer()).matches("(?s)HTTP/1.[01] 4(00|14|31) .*");
        assertThat(raw.isClosedByPeer()).isTrue();
      }
    }

    assertThat(gateway.log().lines())
        .noneMatch(line -> line.contains("canaryHeader"))
        .noneMatch(line -> line.startsWith("\tat ") || line.contains("Exception"))
        .noneMatch(line -> line.contains(" WARN ") || line.contains(" ERROR "));
  }

  private static String image() {
    return Xml.message("image", "<PicUrl>p</PicUrl><MediaId>m</MediaId>");
  }

  private static String callback(String xml) {
    URI signed = WeChatClient.withQuery(url, GatewayProcess.DEMO.signed());
    return "POST %s?%s HTTP/1.1\r\nHost: gateway\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(signed.getPath(), signed.getRawQuery(), xml.getBytes(UTF_8).length, xml);
  }
}
