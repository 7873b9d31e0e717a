package io.github.wechatgateway.sandbox.api;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Small files of every kind. */
public final class MediaFiles {
  private MediaFiles() {}

  public static byte[] png() {
    return image("png");
  }

  public static byte[] jpeg() {
    return image("jpg");
  }

  public static byte[] gif() {
    return image("gif");
  }

  /** Frames of 12.2 kbit/s, 20 ms each. */
  public static byte[] amr(int frames) {
    return repeat("#!AMR\n", frames, 32, 0x3c);
  }

  /** Frames of 23.85 kbit/s, 20 ms each. */
  public static byte[] wideAmr(int frames) {
    return repeat("#!AMR-WB\n", frames, 61, 0x44);
  }

  /** Frames of MPEG 1, 128 kbit/s and 48 kHz, 24 ms each. */
  public static byte[] mp3(int frames) {
    return repeat("", frames, 384, 0xff, 0xfb, 0x94, 0x00);
  }

  /** Frames of MPEG 2, 64 kbit/s and 24 kHz, 24 ms each. */
  public static byte[] mp3OfMpeg2(int frames) {
    return repeat("", frames, 192, 0xff, 0xf3, 0x84, 0x00);
  }

  /** Frames of MPEG 2.5, 16 kbit/s and 8 kHz, 72 ms each. */
  public static byte[] mp3OfMpeg25(int frames) {
    return repeat("", frames, 144, 0xff, 0xe3, 0x28, 0x00);
  }

  /** A tag of 200 bytes before the frames. */
  public static byte[] taggedMp3(int frames) {
    byte[] tag = Arrays.copyOf(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 1, 72}, 210);
    byte[] music = mp3(frames);
    return ByteBuffer.allocate(tag.length + music.length).put(tag).put(music).array();
  }

  /** The boxes ftyp and free. */
  public static byte[] mp4() {
    return ByteBuffer.allocate(32)
        .putInt(24)
        .put("ftypisom".getBytes(StandardCharsets.US_ASCII))
        .putInt(512)
        .put("isommp41".getBytes(StandardCharsets.US_ASCII))
        .putInt(8)
        .put("free".getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  private static byte[] repeat(String header, int frames, int length, int... start) {
    byte[] frame = new byte[length];
    for (int i = 0; i < start.length; i++) {
      frame[i] = (byte) start[i];
    }
    byte[] magic = header.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file = ByteBuffer.allocate(magic.length + frames * length).put(magic);
    for (int i = 0; i < frames; i++) {
      file.put(frame);
    }
    return file.array();
  }

  private static byte[] image(String format) {
    var bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
