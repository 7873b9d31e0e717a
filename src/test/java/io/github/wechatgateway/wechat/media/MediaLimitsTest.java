package io.github.wechatgateway.wechat.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wechatgateway.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediaLimitsTest {
  private static final Path REFERENCE = Path.of("config/application.properties");

  private final Path folder;

  MediaLimitsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void the_defaults_are_what_wechat_takes_at_most() throws IOException {
    Settings settings = settings("");

    assertThat(MediaLimits.from(settings)).isEqualTo(wechats());
    assertThat(settings.problems()).isEmpty();
  }

  static MediaLimits wechats() {
    return new MediaLimits(
        Map.of(
            MediaType.IMAGE,
            new MediaLimit(
                Set.of(MediaFormat.JPG, MediaFormat.PNG, MediaFormat.GIF), 10 * 1024 * 1024),
            MediaType.VOICE,
            new MediaLimit(Set.of(MediaFormat.AMR, MediaFormat.MP3), 2 * 1024 * 1024),
            MediaType.VIDEO,
            new MediaLimit(Set.of(MediaFormat.MP4), 10 * 1024 * 1024),
            MediaType.THUMB,
            new MediaLimit(Set.of(MediaFormat.JPG), 64 * 1024)),
        60,
        new VideoHosts(Set.of("weixin.qq.com", "tc.qq.com", "qpic.cn")),
        new MediaFolders(List.of(Path.of("config", "replies"))),
        10_000,
        Path.of("data", "spool"),
        400,
        8);
  }

  @Test
  void a_list_may_have_spaces_and_repeat_itself() throws IOException {
    Settings settings =
        settings(
            "wechat.media.thumb.formats=jpg , png,jpg\nwechat.media.video-hosts=A.com, a.com:8080,a.com");

    MediaLimits limits = MediaLimits.from(settings);

    assertThat(limits.of(MediaType.THUMB).formats())
        .containsExactly(MediaFormat.JPG, MediaFormat.PNG);
    assertThat(limits.videoHosts().hosts()).containsExactlyInAnyOrder("a.com", "a.com:8080");
    assertThat(settings.problems()).isEmpty();
  }

  @Test
  void there_may_be_no_host_for_videos() throws IOException {
    Settings settings = settings("wechat.media.video-hosts=");

    assertThat(MediaLimits.from(settings).videoHosts().hosts()).isEmpty();
    assertThat(settings.problems()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "image.formats, bmp, '3 characters: letters (expected: some of jpg, png, gif)'",
    "voice.formats, jpg, '3 characters: letters (expected: some of amr, mp3)'",
    "video.formats, '', 'missing (expected: some of mp4)'",
    "image.max-bytes, 0, a number out of range (expected: a whole number from 1024 to 104857600)",
    "thumb.max-bytes, 64K, '3 characters: letters, digits (expected: a whole number from 1024 to 104857600)'",
    "voice.max-seconds, 0, a number out of range (expected: a whole number from 1 to 3600)",
    "video-hosts, http://a, '8 characters: letters, other characters (expected: host names, with commas between them)'",
  })
  void what_is_wrong_is_noted(String key, String value, String problem) throws IOException {
    Settings settings = settings("wechat.media.%s=%s".formatted(key, value));

    MediaLimits.from(settings);

    assertThat(settings.problems())
        .extracting(Object::toString)
        .containsExactly("wechat.media.%s: %s".formatted(key, problem));
  }

  /** The reference, with these lines in place of its own. */
  private Settings settings(String lines) throws IOException {
    Path file = folder.resolve("application.properties");
    Files.writeString(file, Files.readString(REFERENCE) + "\n" + lines);
    DefaultCamelContext context = new DefaultCamelContext();
    context.getPropertiesComponent().setLocation("file:" + file);
    return new Settings(context);
  }
}
