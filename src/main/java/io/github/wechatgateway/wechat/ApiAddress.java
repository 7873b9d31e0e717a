package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Secret;
import io.github.wechatgateway.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where WeChat's API is.
 *
 * @param hosts the preferred one first; empty = the stand-in of the sandbox
 */
public record ApiAddress(List<URI> hosts, Optional<Proxy> proxy) {
  private static final String KEY = "wechat.api.url";
  private static final String EXPECTED =
      "https://<host>, or several with commas between; http only to this machine, http://127.0.0.1:8080";
  private static final String HOST = "([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+])";
  private static final String LOOPBACK = "(localhost|127(\\.\\d{1,3}){3}|\\[::1])";
  private static final Pattern URL =
      Pattern.compile(
          "(https://" + HOST + "|http://" + LOOPBACK + ")(:\\d{1,5})?(/[A-Za-z0-9_-]+)*");

  private static final String PROXY = "wechat.api.proxy";
  private static final Pattern PROXY_URL = Pattern.compile("http://" + HOST + ":\\d{1,5}");

  /** Reads it; what is wrong with it is noted in the settings. */
  public static ApiAddress from(Settings settings, boolean sandbox) {
    String list =
        sandbox
            ? settings.text(KEY, Settings.ANYTHING, EXPECTED).orElse("")
            : settings.required(KEY, Settings.ANYTHING, EXPECTED);
    List<String> urls =
        list.isEmpty() ? List.of() : Stream.of(list.split(",", -1)).map(String::strip).toList();
    if (!urls.stream().allMatch(URL.asMatchPredicate())) {
      settings.wrong(KEY, "something else", EXPECTED);
      urls = List.of();
    }
    return new ApiAddress(urls.stream().map(URI::create).toList(), proxy(settings));
  }

  private static Optional<Proxy> proxy(Settings settings) {
    Optional<String> user = settings.text(PROXY + "-user", Settings.ANYTHING, "the proxy's user");
    Optional<String> password =
        settings.text(PROXY + "-password", Settings.ANYTHING, "the user's password");
    return settings
        .text(PROXY, PROXY_URL, "http://<host>:<port>")
        .map(url -> new Proxy(URI.create(url), user, new Secret(password.orElse(""))));
  }
}
