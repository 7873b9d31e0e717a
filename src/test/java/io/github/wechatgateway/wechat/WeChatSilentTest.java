package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The gateway, while WeChat takes calls and never answers. */
class WeChatSilentTest {
  private static final int THREADS_OF_AN_ACCOUNT = 2;
  private static final StubWeChat WECHAT = new StubWeChat(WeChatSilentTest::answer);
  private static final CountDownLatch OVER = new CountDownLatch(1);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      account(
          new GatewayExtension()
              .setting("wechat.api.url", WECHAT.uri().toString())
              .setting("wechat.api.threads", "4")
              .setting("wechat.api.threads-per-account", "" + THREADS_OF_AN_ACCOUNT)
              .setting("wechat.api.retries", "0")
              .setting("wechat.api.response-timeout", "60000")
              .setting("wechat.api.total-timeout", "60000"),
          "other");

  @AfterAll
  static void close() throws IOException {
    OVER.countDown();
    WECHAT.close();
  }

  @Test
  void messages_are_answered_and_another_account_has_its_share() throws Exception {
    var hanging = CompletableFuture.supplyAsync(this::calls);
    await().until(() -> WECHAT.requests("/silent").size() == THREADS_OF_AN_ACCOUNT);

    var hello = Map.of("MsgType", "text", "Content", "hello");
    assertThat(GATEWAY.deliverAs(Map.of("account", "demo", "message", hello)).reply("Content"))
        .isNotEmpty();
    assertThat(new Caller(GATEWAY.context(), "other").get("/call")).contains("done");
    assertThat(WECHAT.requests("/silent")).hasSize(THREADS_OF_AN_ACCOUNT);
    assertThat(hanging).isNotDone();
    OVER.countDown();
    assertThat(hanging.get(20, TimeUnit.SECONDS)).isEqualTo(50);
  }

  private int calls() {
    try {
      return new Caller(GATEWAY.context()).atOnce(50, "/silent").size();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    if (request.contains("/silent")) {
      OVER.await();
    } else if (request.contains("stable_token")) {
      StubWeChat.json(out, "{\"access_token\":\"canaryAccessToken\",\"expires_in\":7200}");
    } else {
      StubWeChat.json(out, "{\"errmsg\":\"done\"}");
    }
  }

  private static GatewayExtension account(GatewayExtension gateway, String name) {
    String prefix = "wechat.accounts." + name + ".";
    return gateway
        .setting(prefix + "app-id", "wx" + name)
        .setting(prefix + "app-secret", "secretOf" + name)
        .setting(prefix + "token", "tokenOf" + name);
  }
}
