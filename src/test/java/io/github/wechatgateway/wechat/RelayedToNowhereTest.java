package io.github.wechatgateway.wechat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

/** A program relays calls of a path that WeChat does not have. */
class RelayedToNowhereTest {
  private static final StubWeChat FIRST = new StubWeChat(RelayedToNowhereTest::answer);
  private static final StubWeChat SECOND = new StubWeChat(RelayedToNowhereTest::answer);

  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.api.url", FIRST.uri() + "," + SECOND.uri());

  @AfterAll
  static void close() throws IOException {
    FIRST.close();
    SECOND.close();
  }

  @Test
  void the_messages_still_go_to_the_first_host() throws Exception {
    assertThat(post("wechat/cgi-bin/nowhere", "{}")).isGreaterThanOrEqualTo(400);
    assertThat(FIRST.requests("/cgi-bin/nowhere")).hasSize(1);

    String message = "{\"touser\":\"o\",\"msgtype\":\"text\",\"text\":{\"content\":\"a\"}}";
    assertThat(post("messages", message)).isEqualTo(202);
    await()
        .untilAsserted(() -> assertThat(FIRST.requests("/cgi-bin/message/custom/send")).hasSize(1));
    assertThat(SECOND.requests("")).isEmpty();
  }

  private static int post(String path, String json) throws Exception {
    URI uri = GATEWAY.uri().resolve("/api/demo/" + path);
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .header("Authorization", "Bearer demo-key-of-the-sandbox")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void answer(String request, OutputStream out) throws IOException {
    if (request.contains("/nowhere")) {
      StubWeChat.head(out, "404 Not Found", "Content-Type: text/html");
      out.write("<html>404</html>".getBytes(UTF_8));
    } else if (request.contains("stable_token")) {
      StubWeChat.json(out, "{\"access_token\":\"canaryAccessToken\",\"expires_in\":7200}");
    } else {
      StubWeChat.json(out, "{\"errcode\":0}");
    }
  }
}
