package io.github.wechatgateway.wechat.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp3HeaderTest {
  @ParameterizedTest
  @CsvSource({
    "0xFFFB9000, 417, 1152, 44100", // MPEG 1, 128 kbit/s
    "0xFFFB9200, 418, 1152, 44100", // the same, padded
    "0xFFFA9000, 417, 1152, 44100", // the same, with a checksum
    "0xFFFBE000, 1044, 1152, 44100", // 320 kbit/s
    "0xFFFBE400, 960, 1152, 48000",
    "0xFFFBEA00, 1441, 1152, 32000", // the longest
    "0xFFFB1000, 104, 1152, 44100", // 32 kbit/s
    "0xFFF34000, 104, 576, 22050", // MPEG 2, 32 kbit/s
    "0xFFF38400, 192, 576, 24000", // 64 kbit/s
    "0xFFF31400, 24, 576, 24000", // the shortest
    "0xFFF3E800, 720, 576, 16000", // 160 kbit/s
    "0xFFE34000, 208, 576, 11025", // MPEG 2.5
    "0xFFE38800, 576, 576, 8000",
    "0xFFE31400, 48, 576, 12000",
  })
  void a_header_tells_length_and_time(String header, int length, int samples, int sampleRate) {
    int bits = Integer.parseUnsignedInt(header.substring(2), 16);

    assertThat(Mp3Header.of(bits)).contains(new Mp3Header(bits, length, samples, sampleRate));
  }
}
