package io.github.wechatgateway.sandbox.state;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a media file is for (媒体文件类型). */
public enum MediaType {
  IMAGE(MediaFormat.PNG, MediaFormat.JPEG, MediaFormat.GIF),
  VOICE(MediaFormat.AMR, MediaFormat.MP3, MediaFormat.SPEEX),
  VIDEO(MediaFormat.MP4),
  THUMB(MediaFormat.JPEG);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of's set is immutable
  private final Set<MediaFormat> formats;

  MediaType(MediaFormat... formats) {
    this.formats = Set.of(formats);
  }

  /** By WeChat's name of it, which is lower case. */
  public static Optional<MediaType> of(String name) {
    return Stream.of(values()).filter(type -> type.wechatName().equals(name)).findFirst();
  }

  public String wechatName() {
    return name().toLowerCase(Locale.ROOT);
  }

  public boolean takes(MediaFormat format) {
    return formats.contains(format);
  }

  /** Whether a file may be named so. */
  public boolean takesExtension(String extension) {
    return formats.stream().anyMatch(format -> format.hasExtension(extension));
  }
}
