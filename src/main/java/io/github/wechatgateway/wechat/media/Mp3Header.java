package io.github.wechatgateway.wechat.media;

import java.util.Optional;

/**
 * The first four bytes of a frame of MPEG 1, 2 or 2.5, layer III.
 *
 * @param length bytes of the frame, these four included: 24 to 1441
 * @param samples in the frame
 * @param sampleRate per second
 */
record Mp3Header(int bits, int length, int samples, int sampleRate) {
  static final int MAX_LENGTH = 1441;

  /** Sync word, version, layer and sample rate: no frame of a file differs in these. */
  private static final int SAME_IN_ALL = 0xFFFE0C00;

  private static final int[] KBIT_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] KBIT_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] RATES = {44100, 48000, 32000};

  /** The header in these bits; nothing where there is none, or one of the free bit rate. */
  static Optional<Mp3Header> of(int bits) {
    int version = (bits >>> 19) & 3; // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    int layer = (bits >>> 17) & 3; // 1: III
    int bitRate = (bits >>> 12) & 15;
    int rate = (bits >>> 10) & 3;
    boolean sync = bits >>> 21 == 0x7FF;
    if (!sync || version == 1 || layer != 1 || bitRate == 0 || bitRate == 15 || rate == 3) {
      return Optional.empty();
    }
    int samples = version == 3 ? 1152 : 576;
    int sampleRate = RATES[rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
    int bitsPerSecond = 1000 * (version == 3 ? KBIT_1 : KBIT_2)[bitRate];
    int padding = (bits >>> 9) & 1;
    int length = samples / 8 * bitsPerSecond / sampleRate + padding;
    return Optional.of(new Mp3Header(bits, length, samples, sampleRate));
  }

  boolean isOfTheFileOf(Mp3Header other) {
    return (bits & SAME_IN_ALL) == (other.bits & SAME_IN_ALL);
  }
}
