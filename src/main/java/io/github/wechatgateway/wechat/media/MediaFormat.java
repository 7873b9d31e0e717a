package io.github.wechatgateway.wechat.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The format of a media file, told by its first bytes, whatever its name says. */
public enum MediaFormat {
  JPG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  AMR("audio/amr"),
  MP3("audio/mpeg"),
  MP4("video/mp4");

  /** Bytes of the beginning that tell a format. */
  static final int FIRST_BYTES = 12;

  /** What begins as MP4 does, but is a picture, a sound or a film of QuickTime. */
  private static final Set<String> OTHER_BRANDS =
      Set.of("heic", "heix", "hevc", "mif1", "msf1", "avif", "avis", "M4A ", "M4B ", "qt  ");

  private final String contentType;

  MediaFormat(String contentType) {
    this.contentType = contentType;
  }

  /** The format of a file that begins so; nothing where it is another. */
  static Optional<MediaFormat> of(byte[] first) {
    String text = new String(first, ISO_8859_1);
    if (text.startsWith("\u00FF\u00D8\u00FF")) {
      return Optional.of(JPG);
    } else if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
      return Optional.of(PNG);
    } else if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of(GIF);
    } else if (text.startsWith("#!AMR\n")) {
      return Optional.of(AMR);
    } else if (text.startsWith("ID3") || isMp3Frame(first)) {
      return Optional.of(MP3);
    } else if (text.startsWith("ftyp", 4) && !OTHER_BRANDS.contains(text.substring(8))) {
      return Optional.of(MP4);
    }
    return Optional.empty();
  }

  private static boolean isMp3Frame(byte[] first) {
    return first.length >= 4 && Mp3Header.of(ByteBuffer.wrap(first).getInt()).isPresent();
  }

  /** For the part's header in an upload. */
  public String contentType() {
    return contentType;
  }

  /** Whether a name ends as those of this format do. */
  boolean isNamed(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("." + this) || (this == JPG && lower.endsWith(".jpeg"));
  }

  /** The usual extension, without a dot. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
