package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpoolFullTest {
  @RegisterExtension
  static final GatewayExtension GATEWAY =
      new GatewayExtension().setting("wechat.media.max-spooled", "1");

  @Test
  void a_call_that_needs_more_files_than_there_may_be_is_refused_and_leaves_room() {
    ApiClient client = new ApiClient(GATEWAY.uri(), ApiClient.DEMO);

    for (int i = 0; i < 3; i++) { // a relayed body takes one, and its answer another
      HttpResponse<byte[]> refused =
          client.post("/api/demo/wechat/cgi-bin/callback/check", "{}".getBytes(UTF_8));

      assertThat(refused.statusCode()).isEqualTo(429);
      assertThat(refused.headers().firstValue("Retry-After")).contains("1");
      assertThat(ApiClient.json(refused).path("detail").asText())
          .isEqualTo(
              "account=demo: 1 files are on their way, as many as wechat.media.max-spooled allows");
    }
    assertThat(client.get("/api/demo/wechat/cgi-bin/getcallbackip").statusCode()).isEqualTo(200);
  }
}
