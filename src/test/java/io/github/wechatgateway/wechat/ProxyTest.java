package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.TestLog;
import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The way out through a proxy. */
class ProxyTest {
  private static final String PASSWORD = "canaryProxyPassword2c7f";
  private static final String BASIC =
      Base64.getEncoder().encodeToString(("gateway:" + PASSWORD).getBytes(UTF_8));
  private static final String TOKEN = "canaryProxiedToken";

  @Test
  void a_proxy_connects_us_and_reads_neither_token_nor_path(@TempDir Path folder) throws Exception {
    ServerKey key = ServerKey.of("localhost", folder);
    try (StubWeChat wechat = new StubWeChat(key.sockets(), ProxyTest::answer);
        StubProxy proxy = new StubProxy("")) {
      String answer =
          key.trusted(() -> with(wechat.https(), proxy.uri(), caller -> caller.get("/some")));

      assertThat(answer).isEqualTo("{}");
      assertThat(wechat.requests("/some?access_token=" + TOKEN)).hasSize(1);
      assertThat(proxy.heads())
          .isNotEmpty()
          .allMatch(head -> head.startsWith("CONNECT " + wechat.https().getAuthority() + " HTTP/"))
          .anyMatch(head -> head.contains("\nProxy-Authorization: Basic " + BASIC + "\r"))
          .noneMatch(head -> head.contains(TOKEN) || head.contains("/some"));
      assertNothingLogged();
    }
  }

  @Test
  void a_call_without_tls_goes_through_the_proxy_too() throws Exception {
    String token = "{\"access_token\":\"t\",\"expires_in\":7200}";
    try (StubProxy proxy = new StubProxy(status("200 OK", token))) {
      String answer =
          with(URI.create("http://127.0.0.1:9"), proxy.uri(), caller -> caller.get("/some"));

      assertThat(answer).isEqualTo(token);
      assertThat(proxy.heads())
          .anyMatch(head -> head.startsWith("GET http://127.0.0.1:9/some?access_token=t HTTP/"));
      assertNothingLogged();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://localhost:9, 407 Proxy Authentication Required",
    "https://localhost:9, 502 Bad Gateway",
    "http://127.0.0.1:9, 407 Proxy Authentication Required",
    "http://127.0.0.1:9, 502 Bad Gateway"
  })
  void what_a_proxy_refuses_is_told_with_its_status(URI host, String status) throws Exception {
    try (StubProxy proxy = new StubProxy(status(status, "<html>" + BASIC))) {
      WeChatRefusal refusal = with(host, proxy.uri(), caller -> caller.refused("/some"));

      assertThat(refusal)
          .hasNoCause()
          .hasMessageContaining(status.substring(0, 3))
          .hasMessageNotContainingAny(PASSWORD, BASIC);
      assertThat(refusal.reason()).isIn(ErrCode.UNREACHABLE, ErrCode.UNREADABLE);
      assertNothingLogged();
    }
  }

  @Test
  void a_proxy_that_is_not_there_is_told_by_its_address() throws Exception {
    WeChatRefusal refusal =
        with(
            URI.create("https://localhost:9"),
            URI.create("http://127.0.0.1:9"),
            caller -> caller.refused("/some"));

    assertThat(refusal.reason()).isEqualTo(ErrCode.UNREACHABLE);
    assertThat(refusal)
        .hasMessageContaining("Connect to http://127.0.0.1:9 failed: Connection refused")
        .hasMessageNotContainingAny(PASSWORD, BASIC);
    assertNothingLogged();
  }

  private interface Work<T> {
    T with(Caller caller) throws Exception;
  }

  private static <T> T with(URI host, URI proxy, Work<T> work) throws Exception {
    GatewayExtension gateway =
        new GatewayExtension()
            .setting("wechat.api.url", host.toString())
            .setting("wechat.api.proxy", proxy.toString())
            .setting("wechat.api.proxy-user", "gateway")
            .setting("wechat.api.proxy-password", PASSWORD)
            .setting("wechat.api.retries", "0")
            .start();
    try {
      return work.with(new Caller(gateway.context()));
    } finally {
      gateway.stop();
    }
  }

  /** The tests log at DEBUG. */
  private static void assertNothingLogged() throws IOException {
    assertThat(TestLog.lines())
        .noneMatch(line -> line.contains(PASSWORD) || line.contains(BASIC) || line.contains(TOKEN));
  }

  private static String status(String status, String body) {
    String challenge = status.startsWith("407") ? "Proxy-Authenticate: Basic realm=\"x\"\r\n" : "";
    return "HTTP/1.1 %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
        .formatted(status, challenge, body.length(), body);
  }

  private static void answer(String request, OutputStream out) throws IOException {
    boolean token = request.contains("/cgi-bin/stable_token");
    StubWeChat.json(
        out, token ? "{\"access_token\":\"%s\",\"expires_in\":7200}".formatted(TOKEN) : "{}");
  }
}
