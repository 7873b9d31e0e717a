package io.github.wechatgateway.wechat.media;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Voices as recorders write them, but for the sound. */
public final class Voices {
  /** MPEG 1, layer III, 128 kbit/s, 44,100 Hz: 417 bytes, 26 ms. */
  public static final int MP3 = 0xFFFB9000;

  private static final int[] AMR_FRAME = {13, 14, 16, 18, 20, 21, 27, 32, 6, 7, 6, 6, 1, 1, 1, 1};

  private Voices() {}

  static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  static byte[] join(byte[]... pieces) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] piece : pieces) {
      joined.writeBytes(piece);
    }
    return joined.toByteArray();
  }

  static byte[] cut(byte[] whole, int bytes) {
    return Arrays.copyOf(whole, whole.length - bytes);
  }

  public static byte[] amr(int type, int frames) {
    return join(bytes("#!AMR\n"), amrFrames(type, frames));
  }

  static byte[] amrFrames(int type, int frames) {
    byte[] frame = new byte[AMR_FRAME[type]];
    frame[0] = (byte) ((type << 3) | 4);
    return repeated(frame, frames);
  }

  /** Frames of the length that the header says. */
  public static byte[] mp3(int header, int frames) {
    byte[] frame = new byte[Mp3Header.of(header).orElseThrow().length()];
    ByteBuffer.wrap(frame).putInt(header);
    return repeated(frame, frames);
  }

  /** A tag that says how much follows, whether it does or not. */
  static byte[] id3(int flags, int size, byte[] content) {
    byte[] head = {
      'I',
      'D',
      '3',
      4,
      0,
      (byte) flags,
      (byte) ((size >> 21) & 0x7F),
      (byte) ((size >> 14) & 0x7F),
      (byte) ((size >> 7) & 0x7F),
      (byte) (size & 0x7F)
    };
    return join(head, content);
  }

  private static byte[] repeated(byte[] frame, int times) {
    ByteBuffer all = ByteBuffer.allocate(frame.length * times);
    while (all.hasRemaining()) {
      all.put(frame);
    }
    return all.array();
  }
}
