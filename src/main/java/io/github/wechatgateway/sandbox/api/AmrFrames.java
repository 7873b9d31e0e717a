package io.github.wechatgateway.sandbox.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The frames of an AMR file: 20 ms each, and each begins with a byte that tells its length.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4867#section-5">RFC 4867, AMR and AMR-WB Storage
 *     Format</a>
 */
final class AmrFrames {
  private static final Duration FRAME = Duration.ofMillis(20);

  /** Bytes after the first one, by frame type; the types between are not in use. */
  private static final int[] NARROW = {12, 13, 15, 17, 19, 20, 26, 31, 5, 0, 0, 0, 0, 0, 0, 0};

  private static final int[] WIDE = {17, 23, 32, 36, 40, 46, 50, 58, 60, 5, 0, 0, 0, 0, 0, 0};
  private static final int NARROW_HEADER = "#!AMR\n".length();
  private static final int WIDE_HEADER = "#!AMR-WB\n".length();

  private AmrFrames() {}

  /** How long a file plays; zero if it has no whole frame. */
  static Duration duration(byte[] file) {
    boolean wide = new String(file, 0, NARROW_HEADER, StandardCharsets.US_ASCII).endsWith("-");
    int[] lengths = wide ? WIDE : NARROW;
    int at = wide ? WIDE_HEADER : NARROW_HEADER;
    int frames = 0;
    while (at < file.length) {
      at += 1 + lengths[file[at] >> 3 & 0xf];
      if (at <= file.length) {
        frames++;
      }
    }
    return FRAME.multipliedBy(frames);
  }
}
