package io.github.wechatgateway.wechat.media;

import static io.github.wechatgateway.wechat.media.Voices.MP3;
import static io.github.wechatgateway.wechat.media.Voices.amr;
import static io.github.wechatgateway.wechat.media.Voices.bytes;
import static io.github.wechatgateway.wechat.media.Voices.mp3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MediaCheckTest {
  private static final byte[] JPG = HexFormat.of().parseHex("ffd8ffe000104a464946");
  private static final byte[] GIF = bytes("GIF89a");
  private static final byte[] MP4 = bytes("\0\0\0\30ftypmp42");

  private final MediaCheck check = new MediaCheck(MediaLimitsTest.wechats());
  private final Path folder;

  MediaCheckTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_file_that_may_be_uploaded_is_described() throws Exception {
    assertThat(check(MediaType.IMAGE, "头像", bytes("GIF89a")))
        .isEqualTo(
            new MediaFile(
                MediaType.IMAGE,
                MediaFormat.GIF,
                "头像.gif",
                6,
                "610f5ae4d76e332636a17bd357fd6ce99029316a99d320280d4d77a746bf29e8"));
  }

  @Test
  void the_same_content_has_the_same_hash_whatever_its_name() throws Exception {
    String hash = check(MediaType.IMAGE, "a.jpg", JPG).sha256();

    assertThat(check(MediaType.IMAGE, "b.jpg", JPG).sha256()).isEqualTo(hash);
    assertThat(check(MediaType.IMAGE, "a.jpg", sized(JPG, 11)).sha256()).isNotEqualTo(hash);
  }

  @ParameterizedTest
  @MethodSource("largest")
  void as_large_as_may_be_is_taken(MediaType type, byte[] content) throws Exception {
    assertThat(check(type, "a", content).length()).isEqualTo(content.length);
  }

  @ParameterizedTest
  @MethodSource("largest")
  void one_byte_more_is_too_large(MediaType type, byte[] content) {
    assertThatThrownBy(() -> check(type, "a", sized(content, content.length + 1)))
        .isInstanceOf(BadMedia.class)
        .hasMessage(
            "media: more than %d bytes (expected: at most as many for type %s)",
            content.length, type)
        .hasFieldOrPropertyWithValue("status", 413);
  }

  static Stream<Arguments> largest() {
    return Stream.of(
        arguments(MediaType.IMAGE, sized(JPG, 10 * 1024 * 1024)),
        arguments(MediaType.VOICE, sized(mp3(MP3, 3), 2 * 1024 * 1024)),
        arguments(MediaType.VIDEO, sized(MP4, 10 * 1024 * 1024)),
        arguments(MediaType.THUMB, sized(JPG, 64 * 1024)));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void a_format_that_the_type_does_not_take_is_refused(
      MediaType type, byte[] content, String problem) {
    assertThatThrownBy(() -> check(type, "a.jpg", content))
        .isInstanceOf(BadMedia.class)
        .hasMessage("media: " + problem)
        .hasFieldOrPropertyWithValue("status", 415);
  }

  static Stream<Arguments> formats() {
    return Stream.of(
        arguments(MediaType.THUMB, GIF, "gif (expected: jpg for type thumb)"),
        arguments(MediaType.VOICE, MP4, "mp4 (expected: amr, mp3 for type voice)"),
        arguments(MediaType.VIDEO, amr(7, 1), "amr (expected: mp4 for type video)"),
        arguments(
            MediaType.IMAGE,
            bytes("%PDF-1.4"),
            "begins with 25 50 44 46 (expected: jpg, png, gif for type image)"),
        arguments(
            MediaType.IMAGE,
            bytes("x"),
            "begins with 78 (expected: jpg, png, gif for type image)"));
  }

  @Test
  void a_voice_of_a_minute_is_taken() throws Exception {
    assertThat(check(MediaType.VOICE, "", amr(7, 3000)).name()).isEqualTo("voice.amr");
    // an encoder's: 60 seconds at 44,100 a second, and its silence around
    assertThat(check(MediaType.VOICE, "", mp3(MP3, 2300)).name()).isEqualTo("voice.mp3");
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void a_voice_that_plays_longer_is_refused(byte[] voice, String seconds) {
    assertThatThrownBy(() -> check(MediaType.VOICE, "a", voice))
        .isInstanceOf(BadMedia.class)
        .hasMessage(
            "media: plays %s seconds (expected: at most 60 seconds for type voice)", seconds)
        .hasFieldOrPropertyWithValue("status", 400);
  }

  static Stream<Arguments> tooLong() {
    return Stream.of(
        arguments(amr(7, 3001), "60.02"),
        arguments(amr(15, 6000), "120.00"),
        arguments(mp3(MP3, 2336), "61.02"));
  }

  @Test
  void a_voice_without_frames_is_refused() {
    assertThatThrownBy(() -> check(MediaType.VOICE, "a", bytes("#!AMR\n")))
        .isInstanceOf(BadMedia.class)
        .hasMessage("media: no frame of AMR (expected: whole frames of AMR)")
        .hasFieldOrPropertyWithValue("status", 400);
  }

  @Test
  void an_empty_file_is_refused() {
    assertThatThrownBy(() -> check(MediaType.VIDEO, "a", new byte[0]))
        .isInstanceOf(BadMedia.class)
        .hasMessage("media: empty (expected: a file)");
  }

  @Test
  void a_folder_and_a_file_that_is_not_there_are_refused() {
    for (Path path : new Path[] {folder, folder.resolve("none")}) {
      assertThatThrownBy(() -> check.check(MediaType.VIDEO, "a", path))
          .isInstanceOf(BadMedia.class)
          .hasMessage("media: no file (expected: a file)");
    }
  }

  @ParameterizedTest
  @CsvSource({"image, IMAGE", "voice, VOICE", "video, VIDEO", "thumb, THUMB"})
  void a_type_has_wechats_name(String name, MediaType type) throws BadMedia {
    assertThat(MediaType.of(name)).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource({"'', missing", "Image, unknown", "file, unknown", "secret, unknown"})
  void another_type_is_refused(String name, String found) {
    assertThatThrownBy(() -> MediaType.of(name))
        .isInstanceOf(BadMedia.class)
        .hasMessage("type: %s (expected: image, voice, video, thumb)", found);
  }

  private static byte[] sized(byte[] content, int length) {
    return Arrays.copyOf(content, length);
  }

  private MediaFile check(MediaType type, String name, byte[] content)
      throws IOException, BadMedia {
    return check.check(type, name, Files.write(folder.resolve("content"), content));
  }
}
