package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What calls leave in the log, which the tests write at DEBUG. */
class WeChatLogTest {
  private static final String TOKEN = "canaryAccessToken".repeat(40);
  private static final String SECRET = "canaryApiSecret4e1d";
  private static final StubWeChat WECHAT = new StubWeChat(WeChatLogTest::answer);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension()
          .setting("wechat.api.url", WECHAT.uri().toString())
          .setting("wechat.api.retries", "0")
          .setting("wechat.api.response-timeout", "200")
          .setting("wechat.accounts.demo.app-secret", SECRET)
          .setting("wechat.accounts.demo.access-token", "classic");

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @Test
  void secrets_and_tokens_are_neither_in_the_log_nor_in_what_callers_are_told() throws Exception {
    Caller wechat = new Caller(GATEWAY.context());
    wechat.get("/fine");
    List<WeChatRefusal> refusals =
        List.of(
            wechat.refused("/errcode"),
            wechat.refused("/token"),
            wechat.refused("/html"),
            wechat.refused("/hang"),
            wechat.refused("/garbage"));

    assertThat(refusals)
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .hasNoCause()
                    .hasMessageNotContainingAny("canaryAccessToken", SECRET));
    assertThat(WECHAT.requests("/fine?access_token=" + TOKEN)).hasSize(1);
    assertThat(WECHAT.requests("secret=" + SECRET)).isNotEmpty();
    assertThat(Files.readAllLines(Path.of("target", "test.log")))
        .anyMatch(line -> line.contains(" DEBUG "))
        .noneMatch(line -> line.contains("canaryAccessToken") || line.contains(SECRET));
  }

  private static void answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    switch (request.split("[ ?]")[1]) {
      case "/cgi-bin/token" ->
          StubWeChat.json(out, "{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(TOKEN));
      case "/errcode" -> StubWeChat.json(out, "{\"errcode\":48001,\"errmsg\":\"" + TOKEN + "\"}");
      case "/token" -> StubWeChat.json(out, "{\"errcode\":40001,\"errmsg\":\"" + TOKEN + "\"}");
      case "/html" -> StubWeChat.json(out, "<html>" + request);
      case "/hang" -> TimeUnit.SECONDS.sleep(2);
      case "/garbage" -> out.write((request + "\r\n\r\n").getBytes(UTF_8));
      default -> StubWeChat.json(out, "{}");
    }
  }
}
