package io.github.wechatgateway.sandbox.api;

import java.util.Map;
import java.util.Optional;

/**
 * A call of the API, as it came over HTTP.
 *
 * @param path begins with {@code /cgi-bin/}
 * @param contentType empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // it is read once and compared with nothing
public record ApiCall(
    String method, String path, Map<String, String> query, String contentType, byte[] body) {

  /** A parameter of the query; an empty one counts as none. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /** What it brings is nothing for logs. */
  @Override
  public String toString() {
    return method + " " + path;
  }
}
