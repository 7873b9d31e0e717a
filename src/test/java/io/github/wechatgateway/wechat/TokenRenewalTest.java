package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The timer renews tokens, of which WeChat gives such as are soon over. */
class TokenRenewalTest {
  private static final StubWeChat WECHAT = new StubWeChat(TokenRenewalTest::answer);
  private static final AtomicInteger GIVEN = new AtomicInteger();
  private static volatile boolean refuses;

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", WECHAT.uri().toString())
          .setting("wechat.token.interval", "1");

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @Test
  void a_token_is_renewed_with_no_call_and_the_last_one_works_on_while_renewals_are_refused()
      throws Exception {
    await().atMost(Duration.ofSeconds(20)).until(() -> GIVEN.get() >= 2);
    refuses = true;
    int asked = WECHAT.requests("/cgi-bin/stable_token").size();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> WECHAT.requests("/cgi-bin/stable_token").size() > asked);

    String token = "access_token=canaryAccessToken" + GIVEN.get();
    assertThat(new Caller(GATEWAY.context()).get("/call")).contains("done");
    assertThat(WECHAT.requests("/call")).singleElement().asString().contains(token);
  }

  /** Within the margin of 300 seconds at once. */
  private static void answer(String request, OutputStream out) throws IOException {
    if (!request.contains("stable_token")) {
      StubWeChat.json(out, "{\"errmsg\":\"done\"}");
    } else if (refuses) {
      StubWeChat.json(out, "{\"errcode\":40164}");
    } else {
      int next = GIVEN.incrementAndGet();
      String token = "{\"access_token\":\"canaryAccessToken%d\",\"expires_in\":299}";
      StubWeChat.json(out, token.formatted(next));
    }
  }
}
