package io.github.wechatgateway.wechat.media;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long an MP3 plays: all its frames are counted, for what a file tells of its own length (Xing,
 * VBRI) may be missing or wrong. What is no frame, as the tags of many programs, is passed over.
 */
final class Mp3Duration {
  /** Bytes between the tags and the first frame: padding, if anything. */
  private static final int MAX_JUNK = 64 * 1024;

  private final InputStream in;
  private @Nullable Mp3Header first;
  private long samples;

  private Mp3Duration(InputStream in) {
    this.in = new BufferedInputStream(in);
  }

  /**
   * Reads the stream to its end, and holds no more of it than a frame.
   *
   * @throws BadMedia if there is no frame in it
   */
  static Duration of(InputStream in) throws IOException, BadMedia {
    return new Mp3Duration(in).read();
  }

  private Duration read() throws IOException, BadMedia {
    try {
      int junk = 0;
      int window = four();
      while (first != null || junk < MAX_JUNK) {
        Optional<Mp3Header> frame = frame(window);
        if (frame.isPresent()) {
          samples += frame.get().samples();
          in.skipNBytes(frame.get().length() - 4);
          window = four();
        } else if (first == null && isTag(window)) {
          skipTag();
          window = four();
        } else {
          junk++;
          window = (window << 8) | one();
        }
      }
    } catch (EOFException end) {
      // a last frame that is cut off is counted: players play it
    }
    if (first == null) {
      throw BadMedia.wrong("media", "no frame of MP3", "frames of MPEG 1, 2 or 2.5, layer III");
    }
    return Duration.ofNanos(samples * 1_000_000_000 / first.sampleRate());
  }

  /** The first frame counts as one only if another follows, or the end. */
  private Optional<Mp3Header> frame(int window) throws IOException {
    Optional<Mp3Header> frame = Mp3Header.of(window);
    if (frame.isPresent() && first == null && isFollowed(frame.get())) {
      first = frame.get();
    }
    return frame.filter(it -> first != null && it.isOfTheFileOf(first));
  }

  private boolean isFollowed(Mp3Header frame) throws IOException {
    in.mark(Mp3Header.MAX_LENGTH);
    try {
      byte[] rest = in.readNBytes(frame.length());
      if (rest.length < frame.length()) {
        return rest.length == frame.length() - 4;
      }
      int next = ByteBuffer.wrap(rest).getInt(rest.length - 4);
      return Mp3Header.of(next).filter(frame::isOfTheFileOf).isPresent();
    } finally {
      in.reset();
    }
  }

  /** ID3v2, of which there may be several: "ID3", version, flags, and a size of 4 times 7 bits. */
  private static boolean isTag(int window) {
    return window >>> 8 == (('I' << 16) | ('D' << 8) | '3');
  }

  private void skipTag() throws IOException {
    one(); // revision
    int flags = one();
    int size = 0;
    for (int i = 0; i < 4; i++) {
      size = (size << 7) | (one() & 0x7F);
    }
    in.skipNBytes(size + ((flags & 0x10) == 0 ? 0 : 10)); // the footer
  }

  private int four() throws IOException {
    return (one() << 24) | (one() << 16) | (one() << 8) | one();
  }

  private int one() throws IOException {
    int read = in.read();
    if (read < 0) {
      throw new EOFException();
    }
    return read;
  }
}
