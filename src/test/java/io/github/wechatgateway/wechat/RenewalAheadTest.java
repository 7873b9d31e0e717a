package io.github.wechatgateway.wechat;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wechatgateway.account.TokenKind;
import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the timer renews, ahead of its end, of two accounts. */
class RenewalAheadTest {
  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final StubWeChat WECHAT = new StubWeChat(RenewalAheadTest::answer);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", WECHAT.uri().toString())
          .setting("wechat.accounts.other.app-id", "wxother")
          .setting("wechat.accounts.other.app-secret", "secret")
          .setting("wechat.accounts.other.token", "token")
          .setting("wechat.token.margin", "600")
          .setting("wechat.token.interval", "1");

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @Test
  void a_token_is_renewed_within_the_margin_of_the_settings() {
    await().atMost(BOUND).until(() -> WECHAT.requests("stable_token").size() > 4);
  }

  @Test
  void a_ticket_in_use_is_renewed_and_one_that_nobody_asked_for_is_not_fetched() {
    Tokens tickets =
        requireNonNull(
            GATEWAY.context().getRegistry().lookupByNameAndType("jsapi-tickets", Tokens.class));
    tickets.get(DemoAccount.with(TokenKind.STABLE)).toCompletableFuture().join();

    await().atMost(BOUND).until(() -> tickets("demo") > 2);
    assertThat(tickets("other")).isZero();
  }

  private static int tickets(String account) {
    return WECHAT.requests("type=jsapi&access_token=" + account).size();
  }

  /** A token is within the margin here, but not within that of 300 seconds. */
  private static void answer(String request, OutputStream out) throws IOException {
    if (request.contains("stable_token")) {
      String account = request.contains("wxother") ? "other" : "demo";
      StubWeChat.json(out, "{\"access_token\":\"%s\",\"expires_in\":599}".formatted(account));
    } else {
      StubWeChat.json(out, "{\"errcode\":0,\"ticket\":\"t\",\"expires_in\":299}");
    }
  }
}
