package io.github.wechatgateway.wechat.media;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The types that WeChat knows of media files (素材), by its own words. */
public enum MediaType {
  IMAGE,
  VOICE,
  VIDEO,
  /** The small picture of a video, a music card or a mini program's page. */
  THUMB;

  /**
   * The type of this name: {@code image}, {@code voice}, {@code video} or {@code thumb}.
   *
   * @throws BadMedia if there is none
   */
  public static MediaType of(String name) throws BadMedia {
    for (MediaType type : values()) {
      if (type.toString().equals(name)) {
        return type;
      }
    }
    throw BadMedia.wrong(
        "type",
        name.isEmpty() ? "missing" : "unknown",
        Arrays.stream(values()).map(MediaType::toString).collect(Collectors.joining(", ")));
  }

  /** What a file of this type may be at all; the settings may allow less. */
  Set<MediaFormat> formats() {
    return switch (this) {
      case IMAGE, THUMB -> EnumSet.of(MediaFormat.JPG, MediaFormat.PNG, MediaFormat.GIF);
      case VOICE -> EnumSet.of(MediaFormat.AMR, MediaFormat.MP3);
      case VIDEO -> EnumSet.of(MediaFormat.MP4);
    };
  }

  /** WeChat's word. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
