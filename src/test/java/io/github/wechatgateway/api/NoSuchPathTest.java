package io.github.wechatgateway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no route takes is told as any other problem. */
class NoSuchPathTest {
  private static final OpenApiDocument DOCUMENT = OpenApiDocument.read();

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @ParameterizedTest
  @CsvSource({
    "GET, /api, 404, ",
    "GET, /api/, 404, ",
    "GET, /api/demo/foo, 404, ",
    "GET, /api/demo/token/, 404, ",
    "POST, /nothing, 404, ",
    "POST, /api/demo/token, 405, GET",
    "GET, /api/demo/messages, 405, POST",
    "DELETE, /api/demo/wechat/cgi-bin/menu/get, 405, 'GET, POST'",
    "PUT, /wechat/demo, 405, 'GET, POST'",
  })
  void it_is_a_problem_as_the_document_says(
      String method, String path, int status, String allowed) {
    HttpResponse<byte[]> answer = send(method, path);
    JsonNode problem = ApiClient.json(answer);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Allow").orElse(null)).isEqualTo(allowed);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(DOCUMENT.violations(DOCUMENT.root().at("/components/schemas/Problem"), problem))
        .isEmpty();
  }

  @Test
  void the_answer_to_head_has_no_body() {
    HttpResponse<byte[]> answer = send("HEAD", "/api/demo/token");

    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).isEmpty();
  }

  private static HttpResponse<byte[]> send(String method, String path) {
    return new ApiClient(GATEWAY.uri(), "").send(method, path, "", new byte[0]);
  }
}
