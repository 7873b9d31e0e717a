package io.github.wechatgateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.junit.Delivered;
import io.github.wechatgateway.junit.GatewayExtension;
import java.net.http.HttpResponse;
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
  private static final StandIn STAND_IN = new StandIn(GATEWAY);

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
    String url = StandIn.json(api("media/get", upload("video", MP4))).path("video_url").asText();

    assertThat(STAND_IN.get(url).body()).isEqualTo(MP4);
  }

  @Test
  void where_no_file_is_404_is_answered() throws Exception {
    assertThat(STAND_IN.get("/sandbox/media/1").statusCode()).isEqualTo(404);
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
    HttpResponse<String> refused = STAND_IN.post(path, body);

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains(told).contains("(expected: ");
  }

  private static String upload(String type, String file) throws Exception {
    return StandIn.json(STAND_IN.post("/sandbox/media?type=" + type, file))
        .path("media_id")
        .asText();
  }

  private static HttpResponse<String> api(String call, String mediaId) throws Exception {
    String path = "/sandbox/wechat/cgi-bin/%s?access_token=%s&media_id=%s";
    return STAND_IN.get(path.formatted(call, STAND_IN.token(), mediaId));
  }
}
