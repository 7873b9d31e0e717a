package io.github.wechatgateway.wechat.media;

import static io.github.wechatgateway.wechat.media.Voices.amr;
import static io.github.wechatgateway.wechat.media.Voices.amrFrames;
import static io.github.wechatgateway.wechat.media.Voices.bytes;
import static io.github.wechatgateway.wechat.media.Voices.cut;
import static io.github.wechatgateway.wechat.media.Voices.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmrDurationTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 15})
  void a_frame_of_any_type_is_20_milliseconds(int type) throws Exception {
    assertThat(duration(amr(type, 50))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void types_may_change_from_frame_to_frame() throws Exception {
    byte[] voice = join(amr(7, 100), amrFrames(8, 20), amrFrames(15, 30), amrFrames(0, 1));

    assertThat(duration(voice)).isEqualTo(Duration.ofMillis(151 * 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 13, 14})
  void a_reserved_type_is_refused(int type) {
    assertThatThrownBy(() -> duration(join(amr(7, 3), amrFrames(type, 1))))
        .isInstanceOf(BadMedia.class)
        .hasMessage("media: frame 3 is of a reserved type (expected: whole frames of AMR)");
  }

  @Test
  void a_frame_that_ends_early_is_refused() {
    assertThatThrownBy(() -> duration(cut(amr(7, 3), 1)))
        .isInstanceOf(BadMedia.class)
        .hasMessage("media: frame 2 ends early (expected: whole frames of AMR)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#!A", "#!AMR\n"})
  void a_voice_without_frames_is_refused(String voice) {
    assertThatThrownBy(() -> duration(bytes(voice)))
        .isInstanceOf(BadMedia.class)
        .hasMessage("media: no frame of AMR (expected: whole frames of AMR)");
  }

  private static Duration duration(byte[] voice) throws IOException, BadMedia {
    return AmrDuration.of(new ByteArrayInputStream(voice));
  }
}
