package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Times that the settings shorten, far below those that the gateway ships with. */
class ShortTimesTest {
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final CountDownLatch OVER = new CountDownLatch(1);
  private static final StubWeChat FIRST = new StubWeChat(ShortTimesTest::first);
  private static final StubWeChat SECOND = new StubWeChat(ShortTimesTest::second);
  private static volatile boolean down;
  private static volatile boolean refuses;

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", FIRST.uri() + "," + SECOND.uri())
          .setting("wechat.api.retries", "1")
          .setting("wechat.api.retry-delay", "10")
          .setting("wechat.api.return-after", "1")
          .setting("wechat.api.circuit-time", "1")
          .setting("wechat.api.response-timeout", "300")
          .setting("wechat.api.total-timeout", "3000")
          .setting("wechat.media.response-timeout", "300")
          .setting("wechat.media.total-timeout", "3000");

  @AfterAll
  static void close() throws IOException {
    OVER.countDown();
    FIRST.close();
    SECOND.close();
  }

  @Test
  void the_first_host_is_called_again_after_return_after() throws Exception {
    down = true;
    assertThat(wechat().get("/call")).contains("second");
    down = false;

    await().atMost(BOUND).until(() -> wechat().get("/call").contains("first"));
  }

  @Test
  void a_call_is_let_by_to_try_an_open_circuit_after_circuit_time() {
    refuses = true;
    assertThat(wechat().refused("/refused").errcode()).isEqualTo(40164);
    refuses = false;

    await().atMost(BOUND).until(() -> wechat().exchange("/refused").getException() == null);
  }

  @Test
  void a_call_ends_after_the_response_timeout_of_wechat_api() throws Exception {
    assertTimedOut(WeChatCall.get("demo", "/silent", ""));
  }

  @Test
  void a_call_with_a_file_ends_after_the_response_timeout_of_wechat_media(@TempDir Path folder)
      throws Exception {
    assertTimedOut(WeChatCall.download("demo", "/silent", "", folder.resolve("file")));
  }

  /** Else it would be told of the total-timeout. */
  private static void assertTimedOut(WeChatCall call) throws Exception {
    var ended = wechat().start(call).get(BOUND.toSeconds(), TimeUnit.SECONDS);

    assertThat(ended.getException()).hasMessageContaining("Read timed out");
  }

  private static Caller wechat() {
    return new Caller(GATEWAY.context());
  }

  private static void first(String request, OutputStream out)
      throws IOException, InterruptedException {
    if (down) {
      StubWeChat.head(out, "502 Bad Gateway");
    } else {
      answer("first", request, out);
    }
  }

  private static void second(String request, OutputStream out)
      throws IOException, InterruptedException {
    answer("second", request, out);
  }

  private static void answer(String host, String request, OutputStream out)
      throws IOException, InterruptedException {
    if (request.contains("stable_token")) {
      StubWeChat.json(out, "{\"access_token\":\"canaryAccessToken\",\"expires_in\":7200}");
    } else if (request.contains("/silent")) {
      OVER.await();
    } else if (request.contains("/refused") && refuses) {
      StubWeChat.json(out, "{\"errcode\":40164}");
    } else {
      StubWeChat.json(out, "{\"errmsg\":\"%s\"}".formatted(host));
    }
  }
}
