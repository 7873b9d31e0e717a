package io.github.wechatgateway.sandbox.state;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How a media file is written. */
public enum MediaFormat {
  PNG("image/png", "png"),
  JPEG("image/jpeg", "jpg"),
  GIF("image/gif", "gif"),
  AMR("audio/amr", "amr"),
  MP3("audio/mp3", "mp3"),
  MP4("video/mp4", "mp4"),
  /** What the JS-SDK records: it comes from users alone, nothing tells it by its bytes. */
  SPEEX("voice/speex", "speex");

  private final String contentType;
  private final String extension;

  MediaFormat(String contentType, String extension) {
    this.contentType = contentType;
    this.extension = extension;
  }

  /** By the bytes at the file's beginning. */
  public static Optional<MediaFormat> of(byte[] file) {
    return Stream.of(values()).filter(format -> format.begins(file)).findFirst();
  }

  public String contentType() {
    return contentType;
  }

  /** Without a dot. */
  public String extension() {
    return extension;
  }

  boolean hasExtension(String name) {
    String lowerCase = name.toLowerCase(Locale.ROOT);
    return lowerCase.equals(extension) || (this == JPEG && lowerCase.equals("jpeg"));
  }

  private boolean begins(byte[] file) {
    return switch (this) {
      case PNG -> has(file, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> has(file, 0, "\u00ff\u00d8\u00ff");
      case GIF -> has(file, 0, "GIF87a") || has(file, 0, "GIF89a");
      case AMR -> has(file, 0, "#!AMR\n") || has(file, 0, "#!AMR-WB\n");
      case MP3 -> has(file, 0, "ID3") || isMp3Frame(file);
      case MP4 -> has(file, 4, "ftyp");
      case SPEEX -> false;
    };
  }

  private static boolean isMp3Frame(byte[] file) {
    return file.length > 1 && (file[0] & 0xff) == 0xff && (file[1] & 0xe6) == 0xe2;
  }

  private static boolean has(byte[] file, int at, String magic) {
    byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
    return file.length >= at + expected.length
        && Arrays.equals(file, at, at + expected.length, expected, 0, expected.length);
  }
}
