package io.github.wechatgateway.sandbox.api;

import static io.github.wechatgateway.sandbox.TestPlatform.SHOP;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.wechatgateway.sandbox.TestPlatform;
import io.github.wechatgateway.sandbox.state.PlatformLimits;
import io.github.wechatgateway.sandbox.state.UploadLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaUploadTest {
  private final Caller caller = new Caller();
  private final Upload upload = new Upload(caller);

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of("image", "a.png", MediaFiles.png()),
        Arguments.of("image", "a.jpg", MediaFiles.jpeg()),
        Arguments.of("image", "a.JPEG", MediaFiles.jpeg()),
        Arguments.of("image", "a.gif", MediaFiles.gif()),
        Arguments.of("voice", "a.amr", MediaFiles.amr(1)),
        Arguments.of("voice", "a.amr", MediaFiles.amr(3000)),
        Arguments.of("voice", "a.amr", MediaFiles.wideAmr(3000)),
        Arguments.of("voice", "a.mp3", MediaFiles.mp3(2500)),
        Arguments.of("voice", "a.mp3", MediaFiles.taggedMp3(2500)),
        Arguments.of("voice", "a.mp3", MediaFiles.mp3OfMpeg2(2500)),
        Arguments.of("voice", "a.mp3", MediaFiles.mp3OfMpeg25(833)),
        Arguments.of("video", "a.mp4", MediaFiles.mp4()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_file_gets_an_id(String type, String name, byte[] file) {
    ApiAnswer answer = upload.send(type, name, file);

    JsonNode json = Caller.json(answer);
    assertThat(answer.contentType()).isEqualTo("text/plain");
    assertThat(json.fieldNames()).toIterable().containsExactly("type", "media_id", "created_at");
    assertThat(json.path("type").asText()).isEqualTo(type);
    assertThat(json.path("created_at").asLong()).isEqualTo(TestPlatform.START.getEpochSecond());
    assertThat(
            caller
                .platform
                .media()
                .find(SHOP, json.path("media_id").asText())
                .orElseThrow()
                .bytes())
        .isEqualTo(file);
  }

  @Test
  void the_id_of_a_thumb_is_called_otherwise() {
    JsonNode json = Caller.json(upload.send("thumb", "a.jpg", MediaFiles.jpeg()));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly("type", "thumb_media_id", "created_at");
    assertThat(caller.platform.media().file(json.path("thumb_media_id").asText())).isPresent();
  }

  static Stream<Arguments> wrongFiles() {
    return Stream.of(
        Arguments.of("", "a.png", MediaFiles.png(), 40004),
        Arguments.of("file", "a.png", MediaFiles.png(), 40004),
        Arguments.of("IMAGE", "a.png", MediaFiles.png(), 40004),
        Arguments.of("image", "a", MediaFiles.png(), 40113),
        Arguments.of("image", "png", MediaFiles.png(), 40113),
        Arguments.of("image", "a.", MediaFiles.png(), 40113),
        Arguments.of("image", "a.bmp", MediaFiles.png(), 40113),
        Arguments.of("image", "a.mp4", MediaFiles.mp4(), 40113),
        Arguments.of("voice", "a.png", MediaFiles.png(), 40113),
        Arguments.of("video", "a.avi", MediaFiles.mp4(), 40113),
        Arguments.of("thumb", "a.png", MediaFiles.png(), 40113),
        Arguments.of("image", "a.png", MediaFiles.mp4(), 40005),
        Arguments.of("image", "a.png", new byte[] {1}, 40005),
        Arguments.of("voice", "a.amr", MediaFiles.png(), 40005),
        Arguments.of("voice", "a.amr", MediaFiles.amr(0), 40005),
        Arguments.of("voice", "a.amr", Arrays.copyOf(MediaFiles.amr(1), 20), 40005),
        Arguments.of(
            "voice", "a.mp3", new byte[] {'I', 'D', '3', 4, 0, 0, 127, 127, 127, 127}, 40005),
        Arguments.of("voice", "a.mp3", new byte[] {(byte) 0xff, (byte) 0xfb}, 40005),
        Arguments.of("voice", "a.mp3", Arrays.copyOf(MediaFiles.mp3(1), 383), 40005),
        Arguments.of("video", "a.mp4", MediaFiles.jpeg(), 40005),
        Arguments.of("thumb", "a.jpg", MediaFiles.png(), 40005),
        Arguments.of("image", "a.png", new byte[0], 44001),
        Arguments.of("voice", "a.amr", MediaFiles.amr(3001), 45007),
        Arguments.of("voice", "a.amr", MediaFiles.wideAmr(3001), 45007),
        Arguments.of("voice", "a.mp3", MediaFiles.mp3(2501), 45007),
        Arguments.of("voice", "a.mp3", MediaFiles.taggedMp3(2501), 45007),
        Arguments.of("voice", "a.mp3", MediaFiles.mp3OfMpeg2(2501), 45007),
        Arguments.of("voice", "a.mp3", MediaFiles.mp3OfMpeg25(834), 45007));
  }

  @ParameterizedTest
  @MethodSource("wrongFiles")
  void a_wrong_file_is_refused(String type, String name, byte[] file, int errCode) {
    assertThat(Caller.errCode(upload.send(type, name, file))).isEqualTo(errCode);
  }

  static Stream<Arguments> sizes() {
    return Stream.of(
        Arguments.of("image", "a.png", MediaFiles.png(), 4000, 40009),
        Arguments.of("voice", "a.amr", MediaFiles.amr(10), 2000, 40010),
        Arguments.of("video", "a.mp4", MediaFiles.mp4(), 5000, 40011),
        Arguments.of("thumb", "a.jpg", MediaFiles.jpeg(), 1000, 40012));
  }

  @ParameterizedTest
  @MethodSource("sizes")
  void each_type_has_its_size(String type, String name, byte[] file, int most, int errCode) {
    var uploads = new UploadLimits(4000, 2000, 5000, 1000, Duration.ofSeconds(60));
    Upload small =
        new Upload(new Caller(new PlatformLimits(157, 10, uploads, 100_000, 5, 3, 10, 10)));

    assertThat(Caller.errCode(small.send(type, name, Arrays.copyOf(file, most))))
        .isEqualTo(Integer.MIN_VALUE);
    assertThat(Caller.errCode(small.send(type, name, Arrays.copyOf(file, most + 1))))
        .isEqualTo(most == 5000 ? 45001 : errCode);
    assertThat(Caller.errCode(small.send(type, name, Arrays.copyOf(file, 5001)))).isEqualTo(45001);
  }

  @Test
  void a_video_has_a_size_of_its_own_where_something_else_may_be_larger() {
    var uploads = new UploadLimits(4000, 2000, 100, 1000, Duration.ofSeconds(60));
    Upload small =
        new Upload(new Caller(new PlatformLimits(157, 10, uploads, 100_000, 5, 3, 10, 10)));

    assertThat(Caller.errCode(small.send("video", "a.mp4", Arrays.copyOf(MediaFiles.mp4(), 101))))
        .isEqualTo(40011);
  }

  @Test
  void wechats_sizes_are_taken() {
    byte[] largest = Arrays.copyOf(MediaFiles.mp4(), 10 * 1024 * 1024);

    assertThat(Caller.errCode(upload.send("video", "a.mp4", largest))).isEqualTo(Integer.MIN_VALUE);
    assertThat(
            Caller.errCode(
                upload.send("video", "a.mp4", Arrays.copyOf(largest, largest.length + 1))))
        .isEqualTo(45001);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"media\"; filename=\"图片.png\"",
        "name=\"media\"; filename*=UTF-8''%E5%9B%BE%E7%89%87.png",
        "name=\"media\"; filename=\"=?UTF-8?B?5Zu+54mHLnBuZw==?=\"",
        "name=\"media\"; filename=\"=?utf-8?Q?=E5=9B=BE_=E7=89=87=2Epng?=\"",
        "name=\"media\"; filename=\"=?UTF-8?B?5Zu+?= =?UTF-8?B?54mHLnBuZw==?=\"",
        "name=\"media\"; filename=a.png",
        "name=media; filename=a.png",
        "name=\"media\"; filename=\"a;b.c.png\"",
        "name=\"media\"; filename=\"C:\\dir\\a.png\"",
        "name=\"media\"; filename=\"a.png\"; filelength=70",
        "filename=\"a.png\"; name=\"media\"",
      })
  void a_name_comes_in_any_form_that_clients_send(String disposition) {
    assertThat(Caller.errCode(upload.sendPart("image", disposition, MediaFiles.png())))
        .isEqualTo(Integer.MIN_VALUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name=\"media\"",
        "name=\"file\"; filename=\"a.png\"",
        "name=\"Media\"; filename=\"a.png\"",
        "filename=\"a.png\"",
      })
  void another_part_is_no_media_data(String disposition) {
    assertThat(Caller.errCode(upload.sendPart("image", disposition, MediaFiles.png())))
        .isEqualTo(41005);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "image/png",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=other",
        "multipart/form-data; boundary=\"----x1\"",
        "multipart/mixed; boundary=----x1",
      })
  void another_content_type_is_no_media_data(String contentType) {
    byte[] body = Upload.part("name=\"media\"; filename=\"a.png\"", MediaFiles.png());

    assertThat(Caller.errCode(upload.sendBody("image", contentType, body))).isEqualTo(41005);
  }

  @Test
  void half_a_body_is_no_media_data() {
    byte[] body = Upload.part("name=\"media\"; filename=\"a.png\"", MediaFiles.png());

    for (int length = 0; length < body.length - 4; length += 5) {
      byte[] half = Arrays.copyOf(body, length);
      assertThat(Caller.errCode(upload.sendBody("image", Upload.CONTENT_TYPE, half)))
          .as("%d bytes", length)
          .isEqualTo(41005);
    }
  }

  @Test
  void other_parts_do_not_matter() {
    String before =
        "------x1\r\nContent-Disposition: form-data; name=\"description\"\r\n\r\nnone\r\n";
    byte[] part = Upload.part("name=\"media\"; filename=\"a.png\"", MediaFiles.png());
    byte[] head = before.getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(head, head.length + part.length);
    System.arraycopy(part, 0, body, head.length, part.length);

    assertThat(Caller.errCode(upload.sendBody("image", Upload.CONTENT_TYPE, body)))
        .isEqualTo(Integer.MIN_VALUE);
  }
}
