package io.github.wechatgateway.wechat.media;

import static io.github.wechatgateway.wechat.media.Voices.MP3;
import static io.github.wechatgateway.wechat.media.Voices.amr;
import static io.github.wechatgateway.wechat.media.Voices.amrFrames;
import static io.github.wechatgateway.wechat.media.Voices.id3;
import static io.github.wechatgateway.wechat.media.Voices.join;
import static io.github.wechatgateway.wechat.media.Voices.mp3;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a voice is, it has a duration or is refused; there is no third. */
class HostileVoicesTest {
  private static final byte[] AMR_VOICE = join(amr(7, 5), amrFrames(8, 5), amrFrames(15, 5));
  private static final byte[] MP3_VOICE = join(id3(0, 30, new byte[30]), mp3(MP3, 4));

  @Test
  void a_voice_may_end_anywhere() throws IOException {
    for (int length = 0; length <= MP3_VOICE.length; length++) {
      check(Arrays.copyOf(MP3_VOICE, length));
    }
    for (int length = 0; length <= AMR_VOICE.length; length++) {
      check(Arrays.copyOf(AMR_VOICE, length));
    }
  }

  @Test
  void any_byte_may_be_wrong() throws IOException {
    Random random = new Random(4);
    for (byte[] voice : new byte[][] {AMR_VOICE, MP3_VOICE}) {
      for (int times = 0; times < 3000; times++) {
        byte[] broken = voice.clone();
        for (int i = 0; i < 4; i++) {
          broken[random.nextInt(random.nextBoolean() ? 60 : broken.length)] =
              (byte) (random.nextBoolean() ? 0xFF : random.nextInt());
        }
        check(broken);
      }
    }
  }

  private static void check(byte[] voice) throws IOException {
    try {
      assertThat(AmrDuration.of(new ByteArrayInputStream(voice))).isPositive();
    } catch (BadMedia refused) {
      assertThat(refused.status()).isEqualTo(400);
    }
    try {
      Duration duration = Mp3Duration.of(new ByteArrayInputStream(voice));
      assertThat(duration).isPositive();
    } catch (BadMedia refused) {
      assertThat(refused.status()).isEqualTo(400);
    }
  }
}
