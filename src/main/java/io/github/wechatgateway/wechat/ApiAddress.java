package io.github.wechatgateway.wechat;

import io.github.wechatgateway.account.Secret;
import io.github.wechatgateway.config.Settings;
import java.net.URI;
import java.net.URISyntaxException;
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
      "https://<host>, or several with commas between; http only to this machine,"
          + " http://127.0.0.1:8080";
  private static final String HOST = "([A-Za-z0-9.-]+|\\[[0-9a-fA-F:]+])";
  private static final String LOOPBACK = "(localhost|127(\\.\\d{1,3}){3}|\\[::1])";
  private static final Pattern URL =
      Pattern.compile(
          "(https://" + HOST + "|http://" + LOOPBACK + ")(:\\d{1,5})?(/[A-Za-z0-9_-]+)*");

  private static final int MAX_PORT = 65535;

  private static final String PROXY = "wechat.api.proxy";
  private static final String PROXY_EXPECTED = "http://<host>:<port>";
  private static final Pattern PROXY_URL = Pattern.compile("http://" + HOST + ":\\d{1,5}");

  /** Reads it; what is wrong with it is noted in the settings. */
  public static ApiAddress from(Settings settings, boolean sandbox) {
    String list =
        sandbox
            ? settings.text(KEY, Settings.ANYTHING, EXPECTED).orElse("")
            : settings.required(KEY, Settings.ANYTHING, EXPECTED);
    List<String> urls =
        list.isEmpty() ? List.of() : Stream.of(list.split(",", -1)).map(String::strip).toList();
    List<URI> hosts = urls.stream().flatMap(url -> server(url, URL).stream()).toList();
    if (hosts.size() < urls.size()) {
      settings.wrong(KEY, "something else", EXPECTED);
      hosts = List.of();
    }
    return new ApiAddress(hosts, proxy(settings));
  }

  private static Optional<Proxy> proxy(Settings settings) {
    Optional<String> user = settings.text(PROXY + "-user", Settings.ANYTHING, "the proxy's user");
    Optional<String> password =
        settings.text(PROXY + "-password", Settings.ANYTHING, "the user's password");
    Optional<String> url = settings.text(PROXY, PROXY_URL, PROXY_EXPECTED);
    Optional<URI> address = url.flatMap(it -> server(it, PROXY_URL));
    if (url.isPresent() && address.isEmpty()) {
      settings.wrong(PROXY, "a host or port that can't be", PROXY_EXPECTED);
    }
    return address.map(it -> new Proxy(it, user, new Secret(password.orElse(""))));
  }

  /** Nothing where it looks otherwise, or no server can have such a name, address or port. */
  private static Optional<URI> server(String url, Pattern shape) {
    if (!shape.matcher(url).matches()) {
      return Optional.empty();
    }
    try {
      URI server = new URI(url).parseServerAuthority();
      return server.getPort() <= MAX_PORT ? Optional.of(server) : Optional.empty();
    } catch (URISyntaxException noServer) {
      return Optional.empty();
    }
  }
}
