package io.github.wechatgateway.wechat.media;

import static java.util.stream.Collectors.joining;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Looks at a file before it is uploaded: what WeChat would refuse is refused here, and says why.
 */
public final class MediaCheck {
  /**
   * Encoders of MP3 put silence around the sound, up to three frames of it: who sends a minute must
   * not be told that it is more.
   */
  private static final Duration SILENCE_OF_MP3 = Duration.ofMillis(250);

  private final MediaLimits limits;

  public MediaCheck(MediaLimits limits) {
    this.limits = limits;
  }

  /**
   * The file as it may be uploaded. It is read in pieces, and no more of it than its type may have.
   *
   * @param name as the client gave it, or empty
   * @throws BadMedia if WeChat would not take it
   */
  public MediaFile check(MediaType type, String name, Path content) throws IOException, BadMedia {
    if (!Files.isRegularFile(content)) {
      throw BadMedia.wrong("media", "no file", "a file");
    }
    MediaLimit limit = limits.of(type);
    MessageDigest sha256 = sha256();
    long length = digest(content, limit, sha256);
    if (length == 0) {
      throw BadMedia.wrong("media", "empty", "a file");
    } else if (length > limit.maxBytes()) {
      throw BadMedia.tooLarge(
          "media",
          "more than %d bytes".formatted(limit.maxBytes()),
          "at most as many for type %s".formatted(type));
    }
    MediaFormat format = format(type, limit, content);
    if (type == MediaType.VOICE) {
      checkDuration(format, content);
    }
    return new MediaFile(
        type,
        format,
        MediaName.of(name, type, format),
        length,
        HexFormat.of().formatHex(sha256.digest()));
  }

  /** Counts as well: what a file system says of a length is no promise. */
  private static long digest(Path content, MediaLimit limit, MessageDigest sha256)
      throws IOException {
    long length = 0;
    byte[] piece = new byte[8192];
    try (InputStream in = Files.newInputStream(content)) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        sha256.update(piece, 0, read);
        length += read;
        if (length > limit.maxBytes()) {
          break;
        }
      }
    }
    return length;
  }

  private static MediaFormat format(MediaType type, MediaLimit limit, Path content)
      throws IOException, BadMedia {
    byte[] first;
    try (InputStream in = Files.newInputStream(content)) {
      first = in.readNBytes(MediaFormat.FIRST_BYTES);
    }
    String expected =
        limit.formats().stream().sorted().map(MediaFormat::toString).collect(joining(", "))
            + " for type "
            + type;
    MediaFormat format =
        MediaFormat.of(first)
            .orElseThrow(
                () -> BadMedia.unsupported("media", "begins with " + hex(first), expected));
    if (!limit.formats().contains(format)) {
      throw BadMedia.unsupported("media", format.toString(), expected);
    }
    return format;
  }

  private void checkDuration(MediaFormat format, Path content) throws IOException, BadMedia {
    Duration most = Duration.ofSeconds(limits.maxVoiceSeconds());
    Duration duration;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(content))) {
      duration = format == MediaFormat.AMR ? AmrDuration.of(in) : Mp3Duration.of(in);
    }
    Duration counted = format == MediaFormat.MP3 ? duration.minus(SILENCE_OF_MP3) : duration;
    if (counted.compareTo(most) > 0) {
      throw BadMedia.wrong(
          "media",
          String.format(Locale.ROOT, "plays %.2f seconds", duration.toMillis() / 1000.0),
          "at most %d seconds for type voice".formatted(limits.maxVoiceSeconds()));
    }
  }

  private static String hex(byte[] first) {
    byte[] four = Arrays.copyOf(first, Math.min(4, first.length));
    return HexFormat.ofDelimiter(" ").withUpperCase().formatHex(four);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) { // every Java has it
      throw new IllegalStateException(impossible);
    }
  }
}
