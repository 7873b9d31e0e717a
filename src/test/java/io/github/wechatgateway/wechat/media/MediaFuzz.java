package io.github.wechatgateway.wechat.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is uploaded has a format and a duration, or is refused. */
public class MediaFuzz {

  @DictionaryEntries({
    "#!AMR\\x0A",
    "ID3\\x04\\x00\\x00",
    "\\xFF\\xFB\\x90\\x00",
    "\\xFF\\xF3\\x40\\x00",
    "ftypisom",
    "\\xFF\\xD8\\xFF",
    "\\x89PNG\\x0D\\x0A\\x1A\\x0A",
    "GIF89a",
    "\\x7F\\x7F\\x7F\\x7F",
    "../",
    ".jpeg",
    "\\x00"
  })
  @MethodSource("voices")
  @FuzzTest
  public void a_file_has_a_duration_or_is_refused(byte[] input) throws IOException {
    try {
      assertThat(AmrDuration.of(new ByteArrayInputStream(input))).isPositive();
    } catch (BadMedia refused) {
      assertThat(refused.status()).isEqualTo(400);
    }
    try {
      assertThat(Mp3Duration.of(new ByteArrayInputStream(input))).isPositive();
    } catch (BadMedia refused) {
      assertThat(refused.status()).isEqualTo(400);
    }
    Optional<MediaFormat> format =
        MediaFormat.of(Arrays.copyOf(input, Math.min(input.length, MediaFormat.FIRST_BYTES)));
    checkName(MediaName.of(new String(input, UTF_8), "file", format));
  }

  static Stream<byte[]> voices() {
    return Stream.of(
        Voices.join(Voices.amr(7, 5), Voices.amrFrames(8, 5)),
        Voices.join(Voices.id3(0, 30, new byte[30]), Voices.mp3(Voices.MP3, 4)));
  }

  private static void checkName(String name) {
    assertThat(name).isNotEmpty().doesNotContain("/", "\\", "\"", ";", "\r", "\n", "\0");
    assertThat(name.getBytes(UTF_8).length).isLessThanOrEqualTo(120);
  }
}
