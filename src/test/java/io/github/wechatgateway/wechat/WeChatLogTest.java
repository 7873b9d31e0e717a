package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.Canaries;
import io.github.wechatgateway.TestLog;
import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What calls leave in the log, which the tests write at DEBUG. */
class WeChatLogTest {
  private static final String TOKEN = Canaries.ACCESS_TOKEN.repeat(40);
  private static final Predicate<String> CANARY = Canaries.in(List.of());
  private static final byte[] MESSAGE =
      "{\"touser\":\"%s\",\"msgtype\":\"text\",\"text\":{\"content\":\"%s\"}}"
          .formatted(Canaries.SENT_TO, Canaries.SENT)
          .getBytes(UTF_8);
  private static final StubWeChat WECHAT = new StubWeChat(WeChatLogTest::answer);
  private static final StubWeChat PROXY =
      new StubWeChat(
          (request, out) ->
              StubWeChat.head(
                  out,
                  "407 Proxy Authentication Required",
                  "Proxy-Authenticate: Basic realm=\"way out\"",
                  "Content-Length: 0"));

  @RegisterExtension
  static final GatewayExtension GATEWAY = gateway().setting("wechat.api.response-timeout", "200");

  @RegisterExtension
  static final GatewayExtension BEHIND_PROXY =
      gateway()
          .setting("wechat.api.proxy", PROXY.uri().toString())
          .setting("wechat.api.proxy-user", "user")
          .setting("wechat.api.proxy-password", Canaries.PROXY_PASSWORD);

  private static GatewayExtension gateway() {
    return new GatewayExtension()
        .setting("wechat.api.url", WECHAT.uri().toString())
        .setting("wechat.api.retries", "0")
        .setting("wechat.accounts.demo.app-secret", Canaries.APP_SECRET)
        .setting("wechat.accounts.demo.access-token", "classic");
  }

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
    PROXY.close();
  }

  @Test
  void secrets_and_messages_are_neither_in_the_log_nor_in_what_callers_are_told() throws Exception {
    send("/fine", GATEWAY);
    List<Exception> refusals =
        Stream.of("/errcode", "/token", "/html", "/hang", "/garbage")
            .map(path -> send(path, GATEWAY))
            .toList();

    assertThat(refusals).allSatisfy(WeChatLogTest::isHarmless);
    assertThat(WECHAT.requests("/fine?access_token=" + TOKEN))
        .singleElement()
        .asString()
        .contains(Canaries.SENT_TO, Canaries.SENT);
    assertThat(WECHAT.requests("secret=" + Canaries.APP_SECRET)).isNotEmpty();
    checkLog();
  }

  @Test
  void the_password_of_a_proxy_is_not_either() throws Exception {
    isHarmless(send("/fine", BEHIND_PROXY));

    assertThat(PROXY.requests("/cgi-bin/token")).hasSizeGreaterThanOrEqualTo(2); // then as the user
    checkLog();
  }

  private static void isHarmless(Exception refusal) {
    assertThat(refusal).isInstanceOf(WeChatRefusal.class).hasNoCause();
    assertThat(refusal.getMessage()).doesNotMatch(CANARY);
  }

  private static void checkLog() throws IOException {
    assertThat(TestLog.lines()).anyMatch(line -> line.contains(" DEBUG ")).noneMatch(CANARY);
  }

  private static Exception send(String path, GatewayExtension gateway) {
    return gateway
        .context()
        .createProducerTemplate()
        .send(
            "direct:call-wechat",
            call -> call.getMessage().setBody(WeChatCall.post("demo", path, MESSAGE)))
        .getException();
  }

  private static void answer(String request, OutputStream out)
      throws IOException, InterruptedException {
    String errmsg = (TOKEN + new String(MESSAGE, UTF_8)).replace('"', '\'');
    switch (request.split("[ ?]")[1]) {
      case "/cgi-bin/token" ->
          StubWeChat.json(out, "{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(TOKEN));
      case "/errcode" -> StubWeChat.json(out, "{\"errcode\":48001,\"errmsg\":\"" + errmsg + "\"}");
      case "/token" -> StubWeChat.json(out, "{\"errcode\":40001,\"errmsg\":\"" + errmsg + "\"}");
      case "/html" -> StubWeChat.json(out, "<html>" + request);
      case "/hang" -> TimeUnit.SECONDS.sleep(2);
      case "/garbage" -> out.write((request + "\r\n\r\n").getBytes(UTF_8));
      default -> StubWeChat.json(out, "{}");
    }
  }
}
