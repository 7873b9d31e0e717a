package io.github.wechatgateway.wechat.media;

import io.github.wechatgateway.config.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The hosts that the gateway fetches a video from, where WeChat answers with a {@code video_url} in
 * place of the file. WeChat's word is not enough: whoever could change its answer would make the
 * gateway call any server of the organisation's.
 *
 * @param hosts in lower case; each stands for those below it as well, and may name a port
 * @see <a
 *     href="https://developers.weixin.qq.com/doc/service/api/material/temporary/api_getmedia.html">获取临时素材</a>
 */
public record VideoHosts(Set<String> hosts) {
  private static final String HOST = "[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*(?::[0-9]{1,5})?";

  static VideoHosts from(Settings settings) {
    return settings
        .text(
            "wechat.media.video-hosts",
            Pattern.compile("%s(?:\\s*,\\s*%s)*".formatted(HOST, HOST)),
            "host names, with commas between them")
        .map(names -> names.toLowerCase(Locale.ROOT).split("\\s*,\\s*", -1))
        .map(names -> new VideoHosts(Set.copyOf(Arrays.asList(names))))
        .orElse(new VideoHosts(Set.of()));
  }

  /**
   * The address of the video.
   *
   * @param api where WeChat's API is: a video may lie there too
   * @throws BadMedia if nothing may be fetched from there; its text names the host alone
   */
  public URI allowed(String videoUrl, List<URI> api) throws BadMedia {
    URI uri = parsed(videoUrl);
    String scheme = uri.getScheme();
    if (!"https".equalsIgnoreCase(scheme) && !"http".equalsIgnoreCase(scheme)) {
      throw bad("another scheme", "https or http");
    } else if (uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw bad("no plain host", "https://host/path");
    } else if (!isAllowed(uri) && api.stream().noneMatch(it -> isSame(it, uri))) {
      throw bad("the host " + uri.getHost(), "one of wechat.media.video-hosts");
    }
    return uri;
  }

  private static URI parsed(String videoUrl) throws BadMedia {
    try {
      return new URI(videoUrl);
    } catch (URISyntaxException malformed) {
      throw bad("not a URL", "https://host/path");
    }
  }

  private boolean isAllowed(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    String port = uri.getPort() == -1 || isUsual(uri) ? "" : ":" + uri.getPort();
    return hosts.stream()
        .anyMatch(it -> (host + port).equals(it) || (host + port).endsWith("." + it));
  }

  private static boolean isSame(URI api, URI uri) {
    return uri.getScheme().equalsIgnoreCase(api.getScheme())
        && uri.getRawAuthority().equalsIgnoreCase(api.getRawAuthority());
  }

  private static boolean isUsual(URI uri) {
    return uri.getPort() == ("https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80);
  }

  private static BadMedia bad(String found, String expected) {
    return BadMedia.fromWeChat("video_url", found, expected);
  }
}
