package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.Canaries;
import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** WeChat refuses a token while many calls are in progress. */
class TokenStormTest {
  private static final String TOKEN = Canaries.ACCESS_TOKEN;
  private static final StubWeChat WECHAT = new StubWeChat(TokenStormTest::answer);
  private static volatile String valid = "";

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", WECHAT.uri().toString())
          .setting("wechat.accounts.classic.app-id", "wxclassic")
          .setting("wechat.accounts.classic.app-secret", "secret")
          .setting("wechat.accounts.classic.token", "token")
          .setting("wechat.accounts.classic.access-token", "classic");

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @Test
  void of_200_calls_that_are_refused_at_once_each_is_repeated_once_with_one_new_token()
      throws Exception {
    Caller wechat = new Caller(GATEWAY.context());
    valid = "first";
    wechat.get("/warm-up");
    valid = "second";

    var answers = wechat.atOnce(200, "/storm");

    assertThat(answers).allSatisfy(it -> assertThat(Caller.text(it)).contains("done"));
    assertThat(WECHAT.requests("force_refresh\":true")).hasSize(1);
    assertThat(WECHAT.requests("/cgi-bin/stable_token").size()).isLessThanOrEqualTo(3);
    assertThat(WECHAT.requests("/storm?access_token=" + TOKEN + "first").size()).isBetween(1, 200);
    assertThat(WECHAT.requests("/storm?access_token=" + TOKEN + "second")).hasSize(200);
  }

  @Test
  void so_it_is_with_a_classic_token_which_is_fetched_once() throws Exception {
    Caller wechat = new Caller(GATEWAY.context(), "classic");
    valid = "classic1";
    wechat.get("/warm-up");
    valid = "classic2";

    var answers = wechat.atOnce(200, "/rush");

    assertThat(answers).allSatisfy(it -> assertThat(Caller.text(it)).contains("done"));
    assertThat(WECHAT.requests("/cgi-bin/token")).hasSize(2);
    assertThat(WECHAT.requests("/rush?access_token=" + TOKEN + "classic1").size())
        .isBetween(1, 200);
    assertThat(WECHAT.requests("/rush?access_token=" + TOKEN + "classic2")).hasSize(200);
  }

  private static void answer(String request, OutputStream out) throws IOException {
    if (request.contains("stable_token")) {
      String token = request.contains("\"force_refresh\":true") ? "second" : "first";
      token(out, token);
    } else if (request.contains("/cgi-bin/token")) {
      token(out, "classic" + WECHAT.requests("/cgi-bin/token").size());
    } else if (request.contains("access_token=" + TOKEN + valid)) {
      StubWeChat.json(out, "{\"errmsg\":\"done\"}");
    } else {
      StubWeChat.json(out, "{\"errcode\":40001}");
    }
  }

  private static void token(OutputStream out, String value) throws IOException {
    StubWeChat.json(out, "{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(TOKEN + value));
  }
}
