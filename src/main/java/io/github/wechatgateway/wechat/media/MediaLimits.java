package io.github.wechatgateway.wechat.media;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import io.github.wechatgateway.config.Settings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What media files may be: config/application.properties says what each number means.
 *
 * @param byType every type
 * @param maxVoiceSeconds how long a voice may play
 * @param spool where files lie on their way
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_uploadtempmedia.html">新增临时素材</a>,
 *     which names 2 MB for an image in one place and 10 MB in another
 */
public record MediaLimits(
    Map<MediaType, MediaLimit> byType,
    int maxVoiceSeconds,
    VideoHosts videoHosts,
    MediaFolders folders,
    int maxUploads,
    Path spool,
    int maxSpooled,
    int threads) {
  private static final int MIB = 1024 * 1024;

  /** Reads them; what is wrong with them is noted in the settings. */
  public static MediaLimits from(Settings settings) {
    Map<MediaType, MediaLimit> byType = new EnumMap<>(MediaType.class);
    for (MediaType type : MediaType.values()) {
      byType.put(
          type,
          new MediaLimit(
              formats(settings, type),
              settings.number("wechat.media.%s.max-bytes".formatted(type), 1024, 100 * MIB)));
    }
    return new MediaLimits(
        byType,
        settings.number("wechat.media.voice.max-seconds", 1, 3600),
        VideoHosts.from(settings),
        folders(settings),
        settings.number("wechat.media.max-uploads", 1, 1_000_000),
        settings.folder(
            "wechat.media.spool",
            settings.required("wechat.media.spool", Settings.ANYTHING, "a folder")),
        settings.number("wechat.media.max-spooled", 1, 100_000),
        settings.number("wechat.media.threads", 1, 1000));
  }

  private static MediaFolders folders(Settings settings) {
    String key = "wechat.media.folders";
    String folders = settings.required(key, Settings.ANYTHING, "folders, with commas between them");
    return new MediaFolders(
        Stream.of(folders.split("\\s*,\\s*", -1)).map(it -> settings.folder(key, it)).toList());
  }

  private static Set<MediaFormat> formats(Settings settings, MediaType type) {
    String one = type.formats().stream().map(MediaFormat::toString).collect(joining("|"));
    Pattern list = Pattern.compile("(?:%s)(?:\\s*,\\s*(?:%s))*".formatted(one, one));
    String names =
        settings.required(
            "wechat.media.%s.formats".formatted(type), list, "some of " + one.replace("|", ", "));
    Set<MediaFormat> formats = EnumSet.noneOf(MediaFormat.class);
    List<String> wanted = Arrays.asList(names.split("\\s*,\\s*", -1));
    type.formats().stream().filter(it -> wanted.contains(it.toString())).forEach(formats::add);
    return Collections.unmodifiableSet(formats);
  }

  MediaLimit of(MediaType type) {
    return requireNonNull(byType.get(type));
  }
}
