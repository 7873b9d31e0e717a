package io.github.wechatgateway.api;

import io.github.wechatgateway.config.Settings;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which paths of WeChat's API programs may call through the relay. */
public final class RelayPaths {
  private static final String KEY = "wechat.gateway-api.relay";
  private static final String EXPECTED =
      "beginnings of WeChat's paths with commas between: cgi-bin,wxa";
  private static final Pattern PREFIX = Pattern.compile("[a-z0-9_-]+(/[a-z0-9_-]+)*");

  /**
   * WeChat's paths are like that. What else servers may take for the same path (%2e, .., //, ;,
   * capitals, a dot or slash at the end) is none of them.
   */
  private static final Pattern PATH = Pattern.compile("(/[a-z0-9_-]+)+");

  /**
   * They make tokens, which the gateway alone does, or ask for the AppSecret, which it alone has.
   */
  private static final List<String> NEVER =
      List.of(
          "/cgi-bin/component", // 第三方平台
          "/cgi-bin/token",
          "/cgi-bin/stable_token",
          "/cgi-bin/ticket/getticket",
          "/cgi-bin/clear_quota/v2");

  private final List<String> prefixes;

  RelayPaths(List<String> prefixes) {
    this.prefixes = prefixes.stream().map("/"::concat).toList();
  }

  /** Reads {@code wechat.gateway-api.relay}; what is wrong with it is noted in the settings. */
  public static RelayPaths from(Settings settings) {
    String value = settings.text(KEY, Settings.ANYTHING, EXPECTED).orElse("");
    List<String> prefixes =
        value.isEmpty() ? List.of() : Stream.of(value.split(",", -1)).map(String::strip).toList();
    if (!prefixes.stream().allMatch(PREFIX.asMatchPredicate())) {
      settings.wrong(KEY, "something else", EXPECTED);
    }
    return new RelayPaths(prefixes);
  }

  /**
   * Lets a path pass.
   *
   * @param path as it was sent, not decoded
   */
  void check(String path) throws ApiProblem {
    if (!PATH.matcher(path).matches()) {
      throw ApiProblem.badRequest(
          "path", "other characters, or none", "lower-case letters, digits, _, - and single /");
    } else if (NEVER.stream().anyMatch(never -> isBelow(never, path))) {
      throw ApiProblem.forbidden("path", "a call that the gateway alone makes", "another");
    } else if (prefixes.stream().noneMatch(prefix -> isBelow(prefix, path))) {
      throw ApiProblem.forbidden("path", "not relayed", "one that begins as " + KEY + " says");
    }
  }

  private static boolean isBelow(String prefix, String path) {
    return path.equals(prefix) || path.startsWith(prefix + "/");
  }
}
