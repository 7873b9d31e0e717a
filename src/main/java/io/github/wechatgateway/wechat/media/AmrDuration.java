package io.github.wechatgateway.wechat.media;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * How long an AMR plays: 20 ms a frame.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4867#section-5">RFC 4867, 5. AMR storage
 *     format</a>
 */
final class AmrDuration {
  private static final int MAGIC_BYTES = "#!AMR\n".length();
  private static final int MILLISECONDS = 20;

  /** What follows a frame's first byte, by its type; 9 to 11 are silence of other codecs. */
  private static final int[] BYTES = {
    12, 13, 15, 17, 19, 20, 26, 31, 5, 6, 5, 5, -1, -1, -1, /* nothing was sent */ 0
  };

  private AmrDuration() {}

  /**
   * Reads the stream to its end, and holds no more of it than a frame.
   *
   * @throws BadMedia if there is no frame in it, one of no known type, or half a one
   */
  static Duration of(InputStream in) throws IOException, BadMedia {
    in.readNBytes(MAGIC_BYTES);
    byte[] rest = new byte[31];
    int frames = 0;
    for (int head = in.read(); head >= 0; head = in.read()) {
      int bytes = BYTES[(head >> 3) & 15];
      if (bytes < 0) {
        throw broken("frame %d is of a reserved type".formatted(frames));
      } else if (in.readNBytes(rest, 0, bytes) < bytes) {
        throw broken("frame %d ends early".formatted(frames));
      }
      frames++;
    }
    if (frames == 0) {
      throw broken("no frame of AMR");
    }
    return Duration.ofMillis((long) MILLISECONDS * frames);
  }

  private static BadMedia broken(String found) {
    return BadMedia.wrong("media", found, "whole frames of AMR");
  }
}
