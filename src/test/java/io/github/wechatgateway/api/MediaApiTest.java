package io.github.wechatgateway.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaApiTest {
  private static final String MEDIA = "/api/demo/media";

  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  @Test
  void a_file_that_was_uploaded_can_be_had_again_until_wechat_throws_it_away() {
    JsonNode media = ApiClient.json(upload(MEDIA + "?type=image", ApiOperations.PNG));
    String path = MEDIA + "/" + media.path("media_id").asText();

    assertThat(media.path("type").asText()).isEqualTo("image");
    HttpResponse<byte[]> file = client().get(path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).isEqualTo(ApiOperations.PNG);
    assertThat(file.headers().firstValue("Content-Type")).contains("image/png");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename\\*=UTF-8''[A-Za-z0-9_-]+\\.png");

    GATEWAY.advance(Duration.ofDays(4));
    HttpResponse<byte[]> gone = client().get(path);
    assertThat(gone.statusCode()).isEqualTo(404);
    assertThat(ApiClient.json(gone).path("errcode").asInt()).isEqualTo(40007);
    assertThat(ApiClient.json(gone).path("reason").asText()).isEqualTo("bad-media-id");
  }

  @ParameterizedTest
  @CsvSource({
    "'', 400, 'type: missing '",
    "'?type=gif', 400, 'type: unknown '",
    "'?type=image&type=voice', 400, 'type: missing '",
    "'?type=video', 415, 'media: png '",
  })
  void what_wechat_would_not_take_is_refused_with_the_reason(
      String query, int status, String detail) {
    HttpResponse<byte[]> answer = upload(MEDIA + query, ApiOperations.PNG);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(ApiClient.json(answer).path("detail").asText()).startsWith(detail);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, {}",
    "multipart/form-data, {}",
    "multipart/form-data; boundary=b, ''",
    "multipart/form-data; boundary=b, --b--",
  })
  void what_is_no_form_with_a_file_is_a_bad_request(String type, String body) {
    HttpResponse<byte[]> answer =
        client().send("POST", MEDIA + "?type=image", type, body.getBytes(UTF_8));

    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void a_file_in_another_part_is_none() {
    byte[] form =
        new String(ApiOperations.form("a.png", ApiOperations.PNG), ISO_8859_1)
            .replace("name=\"media\"", "name=\"file\"")
            .getBytes(ISO_8859_1);

    assertThat(client().send("POST", MEDIA + "?type=image", ApiOperations.FORM, form).statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({"a.b, media_id", "%2e%2e, media_id", "m?jssdk=yes, jssdk"})
  void what_is_no_media_id_is_a_bad_request(String path, String field) {
    HttpResponse<byte[]> answer = client().get(MEDIA + "/" + path);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(ApiClient.json(answer).path("detail").asText()).startsWith(field + ": ");
  }

  private static HttpResponse<byte[]> upload(String path, byte[] file) {
    return client().send("POST", path, ApiOperations.FORM, ApiOperations.form("图.png", file));
  }

  private static ApiClient client() {
    return new ApiClient(GATEWAY.uri(), ApiClient.DEMO);
  }
}
