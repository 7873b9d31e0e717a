package io.github.wechatgateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What WeChat reads of a program's relayed request. */
class RelayedRequestTest {
  private static final StubWeChat WECHAT = new StubWeChat(RelayedRequestTest::answer);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.api.url", WECHAT.uri().toString());

  private static void answer(String request, OutputStream out) throws IOException {
    boolean token = request.contains("/cgi-bin/stable_token");
    StubWeChat.json(
        out, token ? "{\"access_token\":\"t\",\"expires_in\":7200}" : "{\"errcode\":0}");
  }

  @AfterAll
  static void close() throws IOException {
    WECHAT.close();
  }

  @Test
  void of_its_headers_the_content_type_goes_on_alone() throws Exception {
    URI relay = GATEWAY.uri().resolve("/api/demo/wechat/cgi-bin/x?a=1&access_token=theirs");
    HttpRequest request =
        HttpRequest.newBuilder(relay)
            .header("Authorization", "Bearer demo-key-of-the-sandbox")
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Cookie", "c=1")
            .header("X-Forwarded-For", "10.0.0.1")
            .header("access_token", "theirs")
            .header("CamelHttpUri", "http://127.0.0.1:9")
            .header("CamelHttpPath", "/elsewhere")
            .header("CamelHttpRawQuery", "elsewhere")
            .header("CamelHttpMethod", "DELETE")
            .header("wechatAccount", "other")
            .POST(BodyPublishers.ofString("{\"b\":\"您好\"}"))
            .build();

    var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

    assertThat(answer.body()).isEqualTo("{\"errcode\":0}");
    assertThat(WECHAT.requests("/cgi-bin/x"))
        .containsExactly("POST /cgi-bin/x?a=1&access_token=t HTTP/1.1\n{\"b\":\"您好\"}");
    assertThat(WECHAT.head("/cgi-bin/x").lines().skip(1))
        .extracting(line -> line.replaceFirst(": .*", ""))
        .containsExactlyInAnyOrder(
            "Host", "Content-Type", "Content-Length", "Connection", "User-Agent");
    assertThat(WECHAT.head("/cgi-bin/x"))
        .contains("Host: " + WECHAT.uri().getAuthority())
        .contains("Content-Type: application/json; charset=utf-8");
  }
}
