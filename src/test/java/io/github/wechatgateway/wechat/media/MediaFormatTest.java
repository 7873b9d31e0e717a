package io.github.wechatgateway.wechat.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaFormatTest {
  @ParameterizedTest
  @CsvSource({
    "FFD8FFE000104A464946, JPG", // JFIF
    "FFD8FFE11234457869660000, JPG", // Exif
    "FFD8FF, JPG",
    "89504E470D0A1A0A0000000D, PNG",
    "474946383961, GIF",
    "474946383761, GIF",
    "2321414D520A3C, AMR",
    "494433040000, MP3", // ID3
    "FFFB9064, MP3", // MPEG 1
    "FFF34064, MP3", // MPEG 2
    "FFE34064, MP3", // MPEG 2.5
    "0000001866747970 6D703432, MP4",
    "0000001C66747970 69736F6D, MP4",
    "0000002066747970 61766331, MP4",
  })
  void the_first_bytes_tell_the_format(String first, MediaFormat format) {
    assertThat(MediaFormat.of(bytes(first))).contains(format);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "FF",
        "FFD8",
        "FFFB90", // less than a frame's header
        "FFF15080", // AAC
        "FFFD9064", // MPEG 1, layer II
        "FFFB0064", // the free bit rate
        "FFFBF064", // no bit rate
        "FFFB9C64", // no sample rate
        "FFEB9064", // no version of MPEG
        "2321414D522D57420A", // AMR wide band
        "2321414D525F4D43", // AMR of several channels
        "89504E470A", // a PNG that went through a text mode
        "52494646000000005745425056503820", // WebP
        "52494646000000005741564566", // WAV
        "255044462D312E34", // PDF
        "0000001866747970 68656963", // HEIC
        "0000001866747970 4D344120", // M4A
        "0000001466747970 71742020", // QuickTime
        "00000018667479",
        "7B22657272636F6465223A34303030377D",
      })
  void anything_else_is_of_no_format(String first) {
    assertThat(MediaFormat.of(bytes(first))).isEmpty();
  }

  private static byte[] bytes(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return Arrays.copyOf(bytes, Math.min(bytes.length, MediaFormat.FIRST_BYTES));
  }
}
