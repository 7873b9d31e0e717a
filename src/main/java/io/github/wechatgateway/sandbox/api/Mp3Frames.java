package io.github.wechatgateway.sandbox.api;

import java.time.Duration;

/**
 * The frames of an MP3 file (MPEG 1, 2 and 2.5, layer III), after the ID3 tag that may come first.
 *
 * @see <a href="https://www.mp3-tech.org/programmer/frame_header.html">MPEG Audio Layer I/II/III
 *     frame header</a>
 */
final class Mp3Frames {
  /** kbit/s by the header's index; the first is for a rate of one's own, the last for none. */
  private static final int[] RATES_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0
  };

  private static final int[] RATES_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0
  };

  /** Hz of MPEG 1, which MPEG 2 halves and MPEG 2.5 halves once more. */
  private static final int[] FREQUENCIES = {44100, 48000, 32000, 0};

  private static final int HEADER = 4;

  private Mp3Frames() {}

  /** How long a file plays; zero if it has no whole frame. */
  static Duration duration(byte[] file) {
    int at = afterId3(file);
    double seconds = 0;
    while (at >= 0 && at + HEADER <= file.length) {
      int version = file[at + 1] >> 3 & 3; // 3 is MPEG 1, 2 is MPEG 2, 0 is MPEG 2.5
      int rate = (version == 3 ? RATES_1 : RATES_2)[file[at + 2] >> 4 & 0xf];
      int frequency =
          FREQUENCIES[file[at + 2] >> 2 & 3] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
      if (!begins(file, at) || version == 1 || rate == 0 || frequency == 0) {
        break;
      }
      int samples = version == 3 ? 1152 : 576;
      at += samples / 8 * rate * 1000 / frequency + (file[at + 2] >> 1 & 1);
      if (at <= file.length) {
        seconds += (double) samples / frequency;
      }
    }
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }

  private static boolean begins(byte[] file, int at) {
    return (file[at] & 0xff) == 0xff && (file[at + 1] & 0xe6) == 0xe2;
  }

  /** The tag's length is in four bytes of seven bits. */
  private static int afterId3(byte[] file) {
    if (file.length < 10 || file[0] != 'I') {
      return 0;
    }
    int length = 0;
    for (int i = 6; i < 10; i++) {
      length = length << 7 | (file[i] & 0x7f);
    }
    return 10 + length;
  }
}
