package io.github.wechatgateway.sandbox.api;

import static io.github.wechatgateway.sandbox.TestPlatform.CLUB;
import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.sandbox.state.MediaFormat;
import io.github.wechatgateway.sandbox.state.MediaType;
import io.github.wechatgateway.sandbox.state.OfficialAccount;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaDownloadTest {
  private static final String GET = "/cgi-bin/media/get";
  private static final String JSSDK = "/cgi-bin/media/get/jssdk";
  private static final byte[] FILE = {1, 2, 3};
  private final Caller caller = new Caller();

  @ParameterizedTest
  @CsvSource({
    "IMAGE, PNG, image/png, png",
    "IMAGE, JPEG, image/jpeg, jpg",
    "IMAGE, GIF, image/gif, gif",
    "VOICE, AMR, audio/amr, amr",
    "VOICE, MP3, audio/mp3, mp3",
    "THUMB, JPEG, image/jpeg, jpg",
  })
  void a_file_is_got_as_it_was_put(
      MediaType type, MediaFormat format, String contentType, String extension) {
    String id = put(SHOP, type, format);

    ApiAnswer answer = caller.getAsShop(GET, "media_id", id);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo(contentType);
    assertThat(answer.headers())
        .containsEntry(
            "Content-disposition", "attachment; filename=\"" + id + "." + extension + "\"");
    assertThat(answer.body()).isEqualTo(FILE);
  }

  @Test
  void of_a_video_its_address_is_got() {
    String id = put(SHOP, MediaType.VIDEO, MediaFormat.MP4);

    ApiAnswer answer = caller.getAsShop(GET, "media_id", id);

    assertThat(answer.contentType()).isEqualTo("text/plain");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo("{\"video_url\":\"http://127.0.0.1:8081/sandbox/media/" + id + "\"}");
  }

  @Test
  void what_a_page_recorded_is_got_as_speex() {
    String id = put(SHOP, MediaType.VOICE, MediaFormat.SPEEX);

    ApiAnswer answer = caller.getAsShop(JSSDK, "media_id", id);

    assertThat(answer.contentType()).isEqualTo("voice/speex");
    assertThat(answer.headers())
        .containsEntry("Content-disposition", "attachment; filename=\"" + id + ".speex\"");
    assertThat(answer.body()).isEqualTo(FILE);
  }

  @Test
  void any_other_voice_is_no_recording_of_a_page() {
    String id = put(SHOP, MediaType.VOICE, MediaFormat.AMR);

    assertThat(Caller.errCode(caller.getAsShop(JSSDK, "media_id", id))).isEqualTo(40007);
  }

  @ParameterizedTest
  @ValueSource(strings = {GET, JSSDK})
  void an_unknown_id_is_told_with_success_of_http(String path) {
    ApiAnswer answer = caller.getAsShop(path, "media_id", "other");

    assertThat(answer.contentType()).isEqualTo("application/json; encoding=utf-8");
    assertThat(Caller.json(answer).path("errmsg").asText())
        .matches("invalid media_id" + Caller.RID);
    assertThat(Caller.errCode(answer)).isEqualTo(40007);
  }

  @ParameterizedTest
  @ValueSource(strings = {GET, JSSDK})
  void an_id_is_wanted(String path) {
    assertThat(Caller.errCode(caller.getAsShop(path))).isEqualTo(41006);
  }

  @Test
  void the_file_of_another_account_is_unknown() {
    String id = put(CLUB, MediaType.IMAGE, MediaFormat.PNG);

    assertThat(Caller.errCode(caller.getAsShop(GET, "media_id", id))).isEqualTo(40007);
  }

  @Test
  void a_file_is_gone_after_three_days() {
    String id = put(SHOP, MediaType.IMAGE, MediaFormat.PNG);
    caller.clock.advance(Duration.ofDays(3));

    assertThat(Caller.errCode(caller.getAsShop(GET, "media_id", id))).isEqualTo(40007);
  }

  private String put(OfficialAccount account, MediaType type, MediaFormat format) {
    return caller.platform.media().put(account, type, format, FILE).mediaId();
  }
}
