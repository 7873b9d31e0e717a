package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.gateway-api.keys.crm", "crm-0123456789abcdef");

  @RegisterExtension
  static final GatewayExtension OFF =
      new GatewayExtension().setting("wechat.gateway-api.keys.demo", "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bearer crm-0123456789abcdef",
        "bearer crm-0123456789abcdef",
        "BEARER  demo-key-of-the-sandbox",
      })
  void each_client_comes_in_with_its_key(String authorization) {
    assertThat(ask(authorization).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer crm-0123456789abcdeX",
        "Bearer crm-0123456789abcdef, Bearer demo-key-of-the-sandbox",
        "Bearercrm-0123456789abcdef",
        "Basic Y3JtLTAxMjM0NTY3ODlhYmNkZWY6",
        "crm-0123456789abcdef",
      })
  void nobody_else_does(String authorization) {
    HttpResponse<byte[]> answer = ask(authorization);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Bearer realm=\"wechat-gateway\"");
    assertThat(ApiClient.json(answer).path("detail").asText()).startsWith("Authorization: ");
  }

  @Test
  void a_key_in_the_query_is_none() {
    String path = "/api/demo/token?Authorization=Bearer%20demo-key-of-the-sandbox";

    assertThat(new ApiClient(GATEWAY.uri(), "").get(path).statusCode()).isEqualTo(401);
  }

  @Test
  void nobody_without_a_key_learns_which_accounts_there_are() {
    assertThat(new ApiClient(GATEWAY.uri(), "").get("/api/nobody/token").statusCode())
        .isEqualTo(401);
    assertThat(new ApiClient(GATEWAY.uri(), ApiClient.DEMO).get("/api/nobody/token").statusCode())
        .isEqualTo(404);
  }

  @Test
  void without_clients_the_api_is_off_and_says_so_to_anybody() {
    for (String path : new String[] {"/api/demo/token", "/api/openapi.json"}) {
      HttpResponse<byte[]> answer = new ApiClient(OFF.uri(), "").get(path);

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(ApiClient.json(answer).path("detail").asText())
          .isEqualTo("the gateway API is off: no wechat.gateway-api.keys.<name> is set");
    }
  }

  @Test
  void a_body_is_not_waited_for_before_its_client_is_known() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), GATEWAY.uri().getPort())) {
      socket
          .getOutputStream()
          .write(
              "POST /api/demo/token/invalidate HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\n"
                  .getBytes(US_ASCII));

      assertThat(new String(socket.getInputStream().readNBytes(12), US_ASCII))
          .isEqualTo("HTTP/1.1 401");
    }
  }

  private static HttpResponse<byte[]> ask(String authorization) {
    return new ApiClient(GATEWAY.uri(), authorization).get("/api/demo/token");
  }
}
