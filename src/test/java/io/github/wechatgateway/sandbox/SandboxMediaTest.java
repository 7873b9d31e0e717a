package io.github.wechatgateway.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users send: files of their own, which an account can download. */
class SandboxMediaTest {
  @RegisterExtension static final GatewayExtension GATEWAY = new GatewayExtension();

  private static final String GIF = "GIF89a of a user";
  private static final String MP4 = "\0\0\0\u0018ftypmp42 of a user";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void a_user_sends_an_image_and_the_account_downloads_it() throws Exception {
    String mediaId = upload("image", GIF);

    Delivered echo = GATEWAY.deliver(Map.of("MsgType", "image", "MediaId", mediaId));

    assertThat(echo.reply("Image/MediaId")).isEqualTo(mediaId);

    HttpResponse<String> file = api("media/get", mediaId);
    assertThat(file.body()).isEqualTo(GIF);
    assertThat(file.headers().firstValue("Content-Type")).hasValue("image/gif");
    assertThat(file.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"" + mediaId + ".gif\"");
  }

  @Test
  void a_web_page_records_and_the_account_downloads_it() throws Exception {
    String mediaId = upload("recording", "Speex of 16 kHz");

    assertThat(api("media/get/jssdk", mediaId).body()).isEqualTo("Speex of 16 kHz");
  }

  @Test
  void a_video_lies_where_the_answer_says() throws Exception {
    String url = json(api("media/get", upload("video", MP4))).path("video_url").asText();

    HttpRequest video = HttpRequest.newBuilder(GATEWAY.uri().resolve(url)).build();
    assertThat(HTTP.send(video, BodyHandlers.ofString(ISO_8859_1)).body()).isEqualTo(MP4);
  }

  @Test
  void where_no_file_is_404_is_answered() throws Exception {
    HttpRequest none = HttpRequest.newBuilder(GATEWAY.uri().resolve("/sandbox/media/1")).build();

    assertThat(HTTP.send(none, BodyHandlers.ofString()).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "/sandbox/media, GIF89a, type: 0 characters",
    "/sandbox/media?type=gif, GIF89a, type: 3 characters",
    "/sandbox/media?type=voice, GIF89a, body: 6 bytes",
    "/sandbox/media?type=image, '', body: 0 bytes",
    "/sandbox/media?type=image&account=other, GIF89a, account: 5 characters"
  })
  void what_is_no_media_is_refused(String path, String body, String told) throws Exception {
    HttpResponse<String> refused = post(path, body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains(told).contains("(expected: ");
  }

  private static String upload(String type, String file) throws Exception {
    return json(post("/sandbox/media?type=" + type, file)).path("media_id").asText();
  }

  private static HttpResponse<String> api(String call, String mediaId) throws Exception {
    String credentials =
        """
        {"grant_type":"client_credential","appid":"wxdemo0000000000",
         "secret":"demosecret00000000000000000000000"}""";
    String token =
        json(post("/sandbox/wechat/cgi-bin/stable_token", credentials))
            .path("access_token")
            .asText();
    String path = "/sandbox/wechat/cgi-bin/%s?access_token=%s&media_id=%s";
    HttpRequest get =
        HttpRequest.newBuilder(GATEWAY.uri().resolve(path.formatted(call, token, mediaId))).build();
    return HTTP.send(get, BodyHandlers.ofString(ISO_8859_1));
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest post =
        HttpRequest.newBuilder(GATEWAY.uri().resolve(path))
            .POST(BodyPublishers.ofString(body, ISO_8859_1))
            .build();
    return HTTP.send(post, BodyHandlers.ofString());
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }
}
