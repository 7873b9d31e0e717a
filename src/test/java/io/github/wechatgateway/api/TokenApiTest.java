package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenApiTest {
  private static final String INVALIDATE = "/api/demo/token/invalidate";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @Test
  void the_token_is_the_one_that_wechat_takes_and_nobody_keeps_it_on_the_way() {
    HttpResponse<byte[]> answer = client().get("/api/demo/token");
    JsonNode token = ApiClient.json(answer);

    assertThat(token.path("expires_in").asInt()).isBetween(1, 7200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(wechatTakes(token)).isTrue();
  }

  @Test
  void the_ticket_stays_the_same_until_its_end() {
    JsonNode ticket = ApiClient.json(client().get("/api/demo/jsapi-ticket"));

    assertThat(ticket.path("ticket").asText()).isNotEmpty();
    assertThat(ticket.path("expires_in").asInt()).isBetween(1, 7200);
    assertThat(ApiClient.json(client().get("/api/demo/jsapi-ticket")).path("ticket"))
        .isEqualTo(ticket.path("ticket"));
  }

  @Test
  void a_token_that_failed_is_replaced_once_for_all_who_say_so() {
    String old = token();

    List<String> now = IntStream.range(0, 20).parallel().mapToObj(i -> invalidate(old)).toList();

    assertThat(now).doesNotContain(old).containsOnly(token());
    assertThat(invalidate("never was one")).isEqualTo(token());
    assertThat(wechatTakes(ApiClient.json(client().get("/api/demo/token")))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"access_token\":\"secret\"} {}",
        "{\"access_token\":\"secret\",\"access_token\":\"other\"}",
        "{}",
        "{\"access_token\":\"\"}",
        "{\"access_token\":42}",
        "{\"access_token\":null}",
        "{\"access_token\":[\"secret\"]}",
      })
  void what_names_no_failed_token_is_a_bad_request_and_not_quoted(String body) {
    HttpResponse<byte[]> answer = client().post(INVALIDATE, body.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(new String(answer.body(), UTF_8)).contains("expected").doesNotContain("secret");
  }

  @Test
  void parameters_of_the_query_do_not_become_headers_of_the_answer() {
    String query = "?Content-Type=text/html&Cache-Control=public&Retry-After=9";
    HttpResponse<byte[]> answer = client().get("/api/demo/token" + query);

    assertThat(answer.headers().map())
        .containsEntry("content-type", List.of("application/json"))
        .containsEntry("cache-control", List.of("no-store"))
        .doesNotContainKey("retry-after");
  }

  private static String invalidate(String token) {
    byte[] json = "{\"access_token\":\"%s\"}".formatted(token).getBytes(UTF_8);
    return ApiClient.json(client().post(INVALIDATE, json)).path("access_token").asText();
  }

  private static String token() {
    return ApiClient.json(client().get("/api/demo/token")).path("access_token").asText();
  }

  private static boolean wechatTakes(JsonNode token) {
    String path =
        "/sandbox/wechat/cgi-bin/getcallbackip?access_token=" + token.path("access_token").asText();
    return ApiClient.json(new ApiClient(GATEWAY.uri(), "").get(path)).has("ip_list");
  }

  private static ApiClient client() {
    return new ApiClient(GATEWAY.uri(), ApiClient.DEMO);
  }
}
