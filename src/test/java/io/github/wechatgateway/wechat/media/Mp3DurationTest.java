package io.github.wechatgateway.wechat.media;

import static io.github.wechatgateway.wechat.media.Voices.MP3;
import static io.github.wechatgateway.wechat.media.Voices.bytes;
import static io.github.wechatgateway.wechat.media.Voices.cut;
import static io.github.wechatgateway.wechat.media.Voices.id3;
import static io.github.wechatgateway.wechat.media.Voices.join;
import static io.github.wechatgateway.wechat.media.Voices.mp3;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class Mp3DurationTest {
  private static final byte[] HUNDRED = mp3(MP3, 100);

  /** 100 frames of 1,152 samples, 44,100 a second. */
  private static final Duration TIME_OF_HUNDRED = Duration.ofNanos(115_200_000_000_000L / 44_100);

  private static final byte[] ID3V1 = join(bytes("TAG"), new byte[125]);

  @ParameterizedTest
  @MethodSource("voices")
  void only_frames_count(String what, byte[] voice) throws Exception {
    assertThat(duration(voice)).as(what).isEqualTo(TIME_OF_HUNDRED);
  }

  static Stream<Arguments> voices() {
    byte[] picture = join(id3(0, 3000, new byte[3000]), HUNDRED);
    return Stream.of(
        arguments("frames alone", HUNDRED),
        arguments("an empty tag", join(id3(0, 0, new byte[0]), HUNDRED)),
        arguments("a tag with a picture", picture),
        arguments("a tag longer than a buffer", join(id3(0, 20_000, new byte[20_000]), HUNDRED)),
        arguments("a tag with frames in it", join(id3(0, HUNDRED.length, HUNDRED), HUNDRED)),
        arguments("two tags", join(id3(0, 5, new byte[5]), picture)),
        arguments("a tag with a footer", join(id3(0x10, 7, new byte[17]), HUNDRED)),
        arguments("padding after the tag", join(id3(0, 0, new byte[5000]), HUNDRED)),
        arguments("an old tag at the end", join(HUNDRED, ID3V1)),
        arguments("a tag of APE at the end", join(HUNDRED, bytes("APETAGEX"), new byte[200])),
        arguments("something between", join(mp3(MP3, 60), bytes("something"), mp3(MP3, 40))),
        arguments("a last frame that is cut off", cut(HUNDRED, 300)),
        arguments("half a header at the end", join(HUNDRED, cut(HUNDRED, HUNDRED.length - 3))),
        arguments("something like a frame before", join(cut(HUNDRED, HUNDRED.length - 4), HUNDRED)),
        arguments("a frame of another stream behind", join(HUNDRED, mp3(0xFFF34000, 1))));
  }

  @Test
  void frames_of_any_bit_rate_last_equally_long() throws Exception {
    byte[] variable = join(mp3(MP3, 50), mp3(0xFFFBE000, 30), mp3(0xFFFB1200, 20));

    assertThat(duration(variable)).isEqualTo(TIME_OF_HUNDRED);
  }

  @Test
  void one_frame_is_a_voice() throws Exception {
    assertThat(duration(mp3(0xFFE38800, 1))).isEqualTo(Duration.ofMillis(72));
  }

  @ParameterizedTest
  @MethodSource("noVoices")
  void what_has_no_frame_is_refused(String what, byte[] voice) {
    assertThatThrownBy(() -> duration(voice))
        .as(what)
        .isInstanceOf(BadMedia.class)
        .hasMessage("media: no frame of MP3 (expected: frames of MPEG 1, 2 or 2.5, layer III)");
  }

  static Stream<Arguments> noVoices() {
    return Stream.of(
        arguments("nothing", new byte[0]),
        arguments("half a header", new byte[] {-1, -5}),
        arguments("half a frame", cut(mp3(MP3, 1), 1)),
        arguments("a header alone", cut(mp3(MP3, 1), 413)),
        arguments("half a tag", bytes("ID3\4\0")),
        arguments("a tag alone", id3(0, 100, new byte[100])),
        arguments("a tag that says more than there is", id3(0, 0xFFFFFFF, HUNDRED)),
        arguments("a tag whose footer is missing", id3(0x10, 100, new byte[100])),
        arguments("nothing but tags", endlessTags()),
        arguments("frames behind too much of something else", join(new byte[70_000], HUNDRED)),
        arguments("headers without frames", headers(3000)),
        arguments("layer II", join(new byte[] {-1, -3, -112, 0}, new byte[5000])));
  }

  private static byte[] endlessTags() {
    byte[] tag = id3(0, 0, new byte[0]);
    byte[] tags = new byte[100_000 * tag.length];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = tag[i % tag.length];
    }
    return tags;
  }

  /** Bytes that begin a frame at every place where the one before does not end. */
  private static byte[] headers(int times) {
    byte[] headers = new byte[times * 5];
    for (int i = 0; i < headers.length; i++) {
      headers[i] = new byte[] {-1, -5, -112, 0, 0}[i % 5];
    }
    return headers;
  }

  private static Duration duration(byte[] voice) throws IOException, BadMedia {
    return Mp3Duration.of(new ByteArrayInputStream(voice));
  }
}
