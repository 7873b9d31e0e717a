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

/** What goes on while an account's calls hang in all threads that it may have. */
class HangingCallsTest {
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final CountDownLatch OVER = new CountDownLatch(1);
  private static final StubWeChat WECHAT = new StubWeChat(HangingCallsTest::answer);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", WECHAT.uri().toString())
          .setting("wechat.accounts.other.app-id", "wxother")
          .setting("wechat.accounts.other.app-secret", "secret")
          .setting("wechat.accounts.other.token", "token")
          .setting("wechat.token.interval", "1")
          .setting("wechat.api.retries", "0")
          .setting("wechat.api.threads", "4")
          .setting("wechat.api.threads-per-account", "2")
          .setting("wechat.api.response-timeout", "60000")
          .setting("wechat.api.total-timeout", "60000")
          .setting("wechat.media.threads", "2")
          .setting("wechat.media.threads-per-account", "1")
          .setting("wechat.media.response-timeout", "60000")
          .setting("wechat.media.total-timeout", "60000");

  @AfterAll
  static void close() throws IOException {
    OVER.countDown();
    WECHAT.close();
  }

  @Test
  void its_token_is_renewed() {
    Caller demo = new Caller(GATEWAY.context());
    for (int i = 0; i < 3; i++) {
      demo.start(WeChatCall.get("demo", "/silent/call", ""));
    }
    await().atMost(BOUND).until(() -> WECHAT.requests("/silent/call").size() == 2);
    int renewed = WECHAT.requests("wxdemo").size();

    await().atMost(BOUND).until(() -> WECHAT.requests("wxdemo").size() > renewed);
  }

  @Test
  void another_account_has_its_share_of_the_threads_for_files(@TempDir Path folder)
      throws Exception {
    Caller demo = new Caller(GATEWAY.context());
    for (int i = 0; i < 3; i++) {
      demo.start(WeChatCall.download("demo", "/silent/file", "", folder.resolve("demo" + i)));
    }
    await().atMost(BOUND).until(() -> !WECHAT.requests("/silent/file").isEmpty());

    Path file = folder.resolve("other");
    var answer =
        new Caller(GATEWAY.context(), "other")
            .start(WeChatCall.download("other", "/file", "", file))
            .get(BOUND.toSeconds(), TimeUnit.SECONDS);

    assertThat(answer.getException()).isNull();
    assertThat(file).content().contains("done");
    assertThat(WECHAT.requests("/silent/file")).hasSize(1);
  }

  /** Tokens are within the margin of 300 seconds at once. */
  private static void answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    if (request.contains("/silent")) {
      OVER.await();
    } else if (request.contains("stable_token")) {
      StubWeChat.json(out, "{\"access_token\":\"canaryAccessToken\",\"expires_in\":299}");
    } else {
      StubWeChat.json(out, "{\"errmsg\":\"done\"}");
    }
  }
}
